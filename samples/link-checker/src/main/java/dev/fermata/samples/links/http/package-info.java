/** Getting what is at an address, within limits of time and size. */
@NullMarked
package dev.fermata.samples.links.http;

import org.jspecify.annotations.NullMarked;
