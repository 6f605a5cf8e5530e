package dev.fermata.samples.links.crawl;

import dev.fermata.samples.links.html.Content;
import dev.fermata.samples.links.http.FetchException;
import java.net.URI;

/** What was found at an address. */
public sealed interface Visit {
  /** Returns the address. */
  URI address();

  /**
   * A page.
   *
   * @param location where it is: the address, unless that was redirected
   * @param content what it holds
   */
  record Page(URI address, URI location, Content content) implements Visit {}

  /** Something that holds no links, say an image, or a page of another site. */
  record Other(URI address) implements Visit {}

  /**
   * Nothing.
   *
   * @param failure says why
   */
  record Failed(URI address, FetchException failure) implements Visit {}
}
