package dev.fermata.samples.links.report;

/**
 * How much was found.
 *
 * @param pages pages of the site
 * @param links links in these pages
 * @param elsewhere links that lead out of the site, and were not checked
 * @param broken links that lead nowhere
 * @param open links to what was not visited yet
 */
public record Counts(int pages, long links, long elsewhere, long broken, long open) {}
