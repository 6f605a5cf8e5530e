package dev.fermata.samples.links.crawl;

import java.net.URI;

/**
 * What belongs to a site: all that is in the folder of its first page, and below it.
 *
 * @param folder the address of that folder; it ends with a slash
 */
public record Site(URI folder) {

  /** Returns the site that begins with a page. */
  public static Site of(URI first) {
    String path = first.getRawPath();
    return new Site(first.resolve(path.substring(0, path.lastIndexOf('/') + 1)));
  }

  /** Whether an address belongs to it. */
  public boolean contains(URI address) {
    return address.getScheme().equals(folder.getScheme())
        && address.getRawAuthority().equals(folder.getRawAuthority())
        && address.getRawPath().startsWith(folder.getRawPath());
  }
}
