package dev.fermata.samples.links.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HtmlReaderTest {
  private static final URI LOCATION = URI.create("http://host/a/index.html");

  @Test
  void findsLinksOfAllKinds() {
    Content content =
        read(
            """
            <link rel="stylesheet" href="1"><script src="2"></script>
            <a href="3">x</a><map><area href="4"></map><img src="5"><iframe src="6"></iframe>
            <embed src="7"><object data="8"></object><video src="9" poster="10"></video>
            <audio><source src="11"><track src="12"></audio>
            """);
    assertEquals(
        Set.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"),
        Set.copyOf(hrefs(content)));
  }

  @Test
  void followsFrames() {
    assertEquals(
        List.of("left.html", "right.html"),
        hrefs(
            read("<html><frameset><frame src=left.html><frame src=right.html></frameset></html>")));
  }

  @Test
  void passesOverWhatIsNoLinkToADocument() {
    Content content =
        read("<a name=x>y</a><a id=z>y</a><link rel=Preconnect href=//host><img alt=none>");
    assertEquals(List.of(), content.links());
  }

  @Test
  void findsAnchors() {
    Content content = read("<h1 id=one>x</h1><a name=two>x</a><input name=no><p id=''>x");
    assertEquals(Set.of("one", "two"), content.anchors().names());
  }

  @Test
  void saysWhereALinkStandsAndWhereItLeads() {
    assertEquals(
        List.of(
            new Link("../b.html#c", 2, new Destination.Web(URI.create("http://host/b.html"), "c"))),
        read("<p>\n<a href='../b.html#c'>x</a>").links());
  }

  @Test
  void resolvesAgainstTheBaseOfThePage() {
    assertEquals(
        new Destination.Web(URI.create("http://host/docs/b.html"), ""),
        read("<base href='/docs/'><a href=b.html>x</a>").links().get(0).destination());
  }

  @Test
  void readsInTheCharacterSetOfTheServerOrOfThePage() {
    String html = "<meta charset=ISO-8859-1><p id=ä>";
    assertEquals(
        Set.of("ä"), HtmlReader.read(LOCATION, "UTF-8", html.getBytes(UTF_8)).anchors().names());
    assertEquals(
        Set.of("ä"), HtmlReader.read(LOCATION, null, html.getBytes(ISO_8859_1)).anchors().names());
  }

  @Test
  void makesSomethingOfAnything() {
    assertEquals(List.of(), read("").links());
    assertEquals(List.of("x"), hrefs(read("<<a <p></b><a href=x <table><<")));
    assertEquals(List.of("x"), hrefs(read("<div>".repeat(10_000) + "<a href=x>")));
  }

  private static Content read(String html) {
    return HtmlReader.read(LOCATION, "UTF-8", html.getBytes(UTF_8));
  }

  private static List<String> hrefs(Content content) {
    return content.links().stream().map(Link::href).toList();
  }
}
