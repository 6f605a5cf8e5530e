package dev.fermata.samples.links.html;

import java.net.URI;

/** Where a link leads to. */
public sealed interface Destination {

  /**
   * A place on the web.
   *
   * @param address absolute and in a normal form, without a fragment
   * @param fragment what stands after the {@code #}, as it is written; empty if nothing does
   */
  record Web(URI address, String fragment) implements Destination {}

  /**
   * What is not for a browser to fetch, say {@code mailto:} or {@code javascript:}.
   *
   * @param scheme says what it is
   */
  record Other(String scheme) implements Destination {}

  /**
   * No address at all.
   *
   * @param reason says why
   */
  record Malformed(String reason) implements Destination {}
}
