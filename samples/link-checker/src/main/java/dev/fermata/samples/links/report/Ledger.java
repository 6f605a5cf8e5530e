package dev.fermata.samples.links.report;

import dev.fermata.samples.links.crawl.Site;
import dev.fermata.samples.links.crawl.Visit;
import dev.fermata.samples.links.html.Destination;
import dev.fermata.samples.links.html.Link;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges links as soon as both ends of them are known. */
public final class Ledger {
  private final Site site;
  private final Set<URI> pages = new HashSet<>();
  private final Map<URI, Target> targets = new HashMap<>();
  private final Map<URI, List<OpenLink>> openByTarget = new HashMap<>();

  /** By their numbers: links are numbered as they stand in their pages. */
  private final SortedMap<Long, BrokenLink> broken = new TreeMap<>();

  private long links;
  private long elsewhere;
  private long open;

  /**
   * Makes an empty one.
   *
   * @param site what belongs to it; links that lead out of it are counted only
   */
  public Ledger(Site site) {
    this.site = site;
  }

  /** Takes in what was found at an address. */
  public void add(Visit visit) {
    Target target = Target.of(visit);
    targets.put(visit.address(), target);
    List<OpenLink> waiting = openByTarget.remove(visit.address());
    if (waiting != null) {
      open -= waiting.size();
      waiting.forEach(one -> judge(one, target));
    }
    // Several addresses may be redirected to the same page.
    if (visit instanceof Visit.Page page && pages.add(page.location())) {
      page.content().links().forEach(link -> add(page.location(), link));
    }
  }

  private void add(URI page, Link link) {
    links++;
    if (link.destination() instanceof Destination.Malformed malformed) {
      broken.put(
          links,
          new BrokenLink(page, link.line(), link.href(), "malformed: " + malformed.reason()));
    } else if (link.destination() instanceof Destination.Web web && site.contains(web.address())) {
      OpenLink numbered = new OpenLink(links, page, link, web.fragment());
      Target target = targets.get(web.address());
      if (target != null) {
        judge(numbered, target);
      } else {
        open++;
        openByTarget.computeIfAbsent(web.address(), address -> new ArrayList<>()).add(numbered);
      }
    } else {
      elsewhere++;
    }
  }

  private void judge(OpenLink open, Target target) {
    Link link = open.link();
    target
        .problemOf(open.fragment())
        .ifPresent(
            reason ->
                broken.put(
                    open.number(), new BrokenLink(open.page(), link.line(), link.href(), reason)));
  }

  /** Returns how much was found so far. */
  public Counts counts() {
    return new Counts(pages.size(), links, elsewhere, broken.size(), open);
  }

  /**
   * Returns the links that lead nowhere, as far as it is known: those of a page as they stand in
   * it.
   */
  public List<BrokenLink> broken() {
    return List.copyOf(broken.values());
  }

  /** A link to what may not be visited yet. */
  private record OpenLink(long number, URI page, Link link, String fragment) {}
}
