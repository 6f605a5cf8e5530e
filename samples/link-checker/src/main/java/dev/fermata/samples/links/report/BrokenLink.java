package dev.fermata.samples.links.report;

import java.net.URI;

/**
 * A link that leads nowhere.
 *
 * @param page where it stands
 * @param line where it stands in that page
 * @param href the link as it is written
 * @param reason what is wrong with it
 */
public record BrokenLink(URI page, int line, String href, String reason) {}
