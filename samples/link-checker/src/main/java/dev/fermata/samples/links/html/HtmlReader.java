package dev.fermata.samples.links.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads a page. */
public final class HtmlReader {

  /** The attributes that hold a link, by the tag that they belong to. */
  private static final Map<String, List<String>> LINKS =
      Map.ofEntries(
          Map.entry("a", List.of("href")),
          Map.entry("area", List.of("href")),
          Map.entry("audio", List.of("src")),
          Map.entry("embed", List.of("src")),
          Map.entry("frame", List.of("src")),
          Map.entry("iframe", List.of("src")),
          Map.entry("img", List.of("src")),
          Map.entry("link", List.of("href")),
          Map.entry("object", List.of("data")),
          Map.entry("script", List.of("src")),
          Map.entry("source", List.of("src")),
          Map.entry("track", List.of("src")),
          Map.entry("video", List.of("poster", "src")));

  /** What {@code <link>} says about a host as such, not about a document on it. */
  private static final Set<String> HOST_HINTS = Set.of("dns-prefetch", "preconnect");

  private HtmlReader() {}

  /**
   * Reads a page.
   *
   * @param location where it was found
   * @param charset the character set that came with it; null to look for it in the page
   * @param html the page
   */
  public static Content read(URI location, @Nullable String charset, byte[] html) {
    Document document = parse(charset, html);
    URI base = baseOf(document, location);
    Set<String> names = new HashSet<>();
    List<Link> links = new ArrayList<>();
    for (Element element : document.getAllElements()) {
      String tag = element.normalName();
      addUnlessEmpty(names, element.id());
      if (tag.equals("a")) {
        addUnlessEmpty(names, element.attr("name"));
      }
      for (String attribute : LINKS.getOrDefault(tag, List.of())) {
        if (element.hasAttr(attribute) && !isHostHint(element)) {
          links.add(link(base, element, element.attr(attribute)));
        }
      }
    }
    return new Content(new Anchors(names), links);
  }

  private static Document parse(@Nullable String charset, byte[] html) {
    try {
      Parser parser = Parser.htmlParser().setTrackPosition(true);
      return Jsoup.parse(new ByteArrayInputStream(html), charset, "", parser);
    } catch (IOException impossible) { // the bytes are here already
      throw new UncheckedIOException(impossible);
    }
  }

  private static URI baseOf(Document document, URI location) {
    Element base = document.selectFirst("base[href]");
    return base != null
            && Addresses.resolve(location, base.attr("href")) instanceof Destination.Web web
        ? web.address()
        : location;
  }

  private static boolean isHostHint(Element element) {
    return HOST_HINTS.contains(element.attr("rel").toLowerCase(Locale.ROOT));
  }

  private static Link link(URI base, Element element, String href) {
    int line = element.sourceRange().start().lineNumber();
    return new Link(href, line, Addresses.resolve(base, href));
  }

  private static void addUnlessEmpty(Set<String> names, String name) {
    if (!name.isEmpty()) {
      names.add(name);
    }
  }
}
