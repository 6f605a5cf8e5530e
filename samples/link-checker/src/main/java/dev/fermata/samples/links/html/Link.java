package dev.fermata.samples.links.html;

/**
 * A link as it stands in a page.
 *
 * @param href the address as it is written
 * @param line where it stands, counted from 1
 * @param destination where it leads to
 */
public record Link(String href, int line, Destination destination) {}
