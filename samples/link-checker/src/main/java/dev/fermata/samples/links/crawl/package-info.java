/** Visiting all pages of a site, many at a time. */
@NullMarked
package dev.fermata.samples.links.crawl;

import org.jspecify.annotations.NullMarked;
