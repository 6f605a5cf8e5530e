package dev.fermata.samples.links.crawl;

import dev.fermata.samples.links.html.Destination;
import dev.fermata.samples.links.html.Link;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/**
 * The addresses of a site that are still to be visited: each one once, and no more than a limit.
 */
public final class Frontier {
  private final Site site;
  private final int limit;
  private final Set<URI> known = new HashSet<>();
  private final Queue<URI> waiting = new ArrayDeque<>();
  private int taken;

  /**
   * Makes one with the addresses that the first page of a site leads to.
   *
   * @param limit how many addresses are visited, that of the first page included
   */
  public Frontier(Visit.Page first, int limit) {
    this.site = Site.of(first.location());
    this.limit = limit;
    known.add(first.address());
    taken = 1;
    addAll(first.content().links());
  }

  /** Adds the addresses that links lead to: those of the site, and of these the new ones. */
  public void addAll(Collection<Link> links) {
    for (Link link : links) {
      if (link.destination() instanceof Destination.Web web
          && site.contains(web.address())
          && known.add(web.address())) {
        waiting.add(web.address());
      }
    }
  }

  /** Whether there is an address to give out. */
  public boolean hasNext() {
    return taken < limit && !waiting.isEmpty();
  }

  /** Gives out the address that waits longest. */
  public URI next() {
    taken++;
    return waiting.remove();
  }

  /** What belongs to the site. */
  public Site site() {
    return site;
  }

  /** How many addresses it holds that were not given out. */
  public int size() {
    return waiting.size();
  }
}
