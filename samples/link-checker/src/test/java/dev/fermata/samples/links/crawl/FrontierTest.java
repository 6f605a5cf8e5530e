package dev.fermata.samples.links.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fermata.samples.links.html.Addresses;
import dev.fermata.samples.links.html.Anchors;
import dev.fermata.samples.links.html.Content;
import dev.fermata.samples.links.html.Link;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FrontierTest {
  private static final URI START = URI.create("http://h/docs/index.html");

  @Test
  void givesEachAddressOfTheSiteOutOnce() {
    Frontier frontier =
        frontier(100, "a.html", "a.html#x", "../out.html", "index.html", "mailto:x@y", "b.html");
    frontier.addAll(links("b.html", "c.html", "a.html"));
    assertEquals(List.of("a.html", "b.html", "c.html"), rest(frontier));
  }

  @Test
  void givesOutNoMoreThanItsLimit() {
    Frontier frontier = frontier(3, "a.html", "b.html", "c.html", "d.html");
    assertEquals(List.of("a.html", "b.html"), rest(frontier));
    assertEquals(2, frontier.size());
  }

  @Test
  void beginsWhereTheFirstPageWasFound() {
    URI moved = URI.create("http://other/new/index.html");
    Content content = new Content(new Anchors(Set.of()), List.of());
    Frontier frontier = new Frontier(new Visit.Page(START, moved, content), 10);
    assertEquals(URI.create("http://other/new/"), frontier.site().folder());
    assertFalse(frontier.hasNext());
  }

  private static Frontier frontier(int limit, String... hrefs) {
    Content content = new Content(new Anchors(Set.of()), links(hrefs));
    return new Frontier(new Visit.Page(START, START, content), limit);
  }

  private static List<Link> links(String... hrefs) {
    return Stream.of(hrefs).map(href -> new Link(href, 1, Addresses.resolve(START, href))).toList();
  }

  private static List<String> rest(Frontier frontier) {
    List<String> rest = new ArrayList<>();
    while (frontier.hasNext()) {
      rest.add(frontier.site().folder().relativize(frontier.next()).toString());
    }
    return rest;
  }
}
