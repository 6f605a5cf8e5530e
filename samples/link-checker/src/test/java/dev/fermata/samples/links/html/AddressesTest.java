package dev.fermata.samples.links.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressesTest {
  private static final URI BASE = URI.create("http://host/a/b.html?q=1");

  @ParameterizedTest
  @CsvSource({
    "c.html, http://host/a/c.html",
    "./c.html, http://host/a/c.html",
    "../c.html, http://host/c.html",
    "../../../c.html, http://host/c.html",
    "../.., http://host/",
    "/c/, http://host/c/",
    "//other/c, http://other/c",
    "?q=2, http://host/a/b.html?q=2",
    "'', http://host/a/b.html?q=1",
    "http://other, http://other/",
    "HTTP://Other:80/X, http://other/X",
    "https://other:443/x, https://other/x",
    "https://other:8443/x, https://other:8443/x",
    "'  c.html  ', http://host/a/c.html",
    "my page.html, http://host/a/my%20page.html",
    "my%20page.html, http://host/a/my%20page.html",
    "100%.html, http://host/a/100%25.html",
    "c\\d.html, http://host/a/c/d.html",
    "List<E>[].html, http://host/a/List%3CE%3E%5B%5D.html",
    "ä.html, http://host/a/%C3%A4.html",
    "c.html?a=b|c, http://host/a/c.html?a=b%7Cc",
    "http://[::1]:8080/x, http://[::1]:8080/x"
  })
  void resolvesAsBrowsersDo(String href, String expected) {
    assertEquals(new Destination.Web(URI.create(expected), ""), Addresses.resolve(BASE, href));
  }

  @ParameterizedTest
  @CsvSource({
    "#x, http://host/a/b.html?q=1, x",
    "c.html#m(int), http://host/a/c.html, m(int)",
    "c.html#, http://host/a/c.html, ''",
    "c.html#a#b, http://host/a/c.html, a#b"
  })
  void keepsTheFragmentApart(String href, String address, String fragment) {
    assertEquals(new Destination.Web(URI.create(address), fragment), Addresses.resolve(BASE, href));
  }

  @Test
  void ignoresLineBreaks() {
    assertEquals(
        new Destination.Web(URI.create("http://host/a/c.html"), ""),
        Addresses.resolve(BASE, "\n  c.\nhtml\t"));
  }

  @ParameterizedTest
  @CsvSource({
    "mailto:a@b.c, mailto",
    "JavaScript:void(0), javascript",
    "'data:text/plain,x', data",
    "ftp://host/x, ftp"
  })
  void leavesOtherSchemesAlone(String href, String scheme) {
    assertEquals(new Destination.Other(scheme), Addresses.resolve(BASE, href));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://", "http:///x", "http://a b/x", "http://host:99999/", "http://a_b/", "//"})
  void saysWhatIsNoAddress(String href) {
    assertInstanceOf(Destination.Malformed.class, Addresses.resolve(BASE, href));
    assertThrows(URISyntaxException.class, () -> Addresses.parse(href));
  }

  @Test
  void readsWhatAUserEnters() throws URISyntaxException {
    assertEquals(
        new Destination.Web(URI.create("https://host/x"), "part"),
        Addresses.parse(" https://Host/x#part "));
    assertEquals(
        new Destination.Web(URI.create("https://host/"), ""), Addresses.parse("https://host"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host", "host/x", "file:///x", "htp://host/", "http:x"})
  void wantsAWholeAddressFromAUser(String text) {
    assertThrows(URISyntaxException.class, () -> Addresses.parse(text));
  }
}
