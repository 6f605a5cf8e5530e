package dev.fermata.samples.links.html;

import java.util.List;

/**
 * What a page holds, as far as links go.
 *
 * @param anchors the places that a link can point to
 * @param links its links, in their order
 */
public record Content(Anchors anchors, List<Link> links) {}
