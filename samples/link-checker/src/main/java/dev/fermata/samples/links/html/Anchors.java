package dev.fermata.samples.links.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The places in a page that a link can point to.
 *
 * @param names the names that they have in the page
 */
public record Anchors(Set<String> names) {

  /** What follows this is for the browser, which is to look for a piece of text. */
  private static final String DIRECTIVE = ":~:";

  /**
   * Whether a link with a fragment leads to a place in the page.
   *
   * @param fragment as it stands in the link
   */
  public boolean contain(String fragment) {
    int directive = fragment.indexOf(DIRECTIVE);
    String name = directive < 0 ? fragment : fragment.substring(0, directive);
    return name.isEmpty()
        || name.equalsIgnoreCase("top")
        || names.contains(name)
        || names.contains(decoded(name));
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException stray) { // a % that stands for itself
      return name;
    }
  }
}
