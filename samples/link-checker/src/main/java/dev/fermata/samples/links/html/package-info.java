/** What a page holds: its links, resolved to addresses, and its anchors. */
@NullMarked
package dev.fermata.samples.links.html;

import org.jspecify.annotations.NullMarked;
