/** A site to check: the pages in an archive, served on this machine. */
@NullMarked
package dev.fermata.samples.links.server;

import org.jspecify.annotations.NullMarked;
