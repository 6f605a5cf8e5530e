package dev.fermata.samples.links.report;

import dev.fermata.samples.links.crawl.Visit;
import dev.fermata.samples.links.html.Anchors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What links to an address have to know about it.
 *
 * @param anchors the places in the page; null if it is no page of the site
 * @param problem why there is nothing; null if there is something
 */
record Target(@Nullable Anchors anchors, @Nullable String problem) {

  static Target of(Visit visit) {
    if (visit instanceof Visit.Page page) {
      return new Target(page.content().anchors(), null);
    }
    return new Target(
        null, visit instanceof Visit.Failed failed ? failed.failure().getMessage() : null);
  }

  /** Says what is wrong with a link to this. */
  Optional<String> problemOf(String fragment) {
    if (problem == null && anchors != null && !anchors.contain(fragment)) {
      return Optional.of("no such anchor");
    }
    return Optional.ofNullable(problem);
  }
}
