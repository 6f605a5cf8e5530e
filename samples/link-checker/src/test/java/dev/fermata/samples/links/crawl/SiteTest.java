package dev.fermata.samples.links.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SiteTest {
  @ParameterizedTest
  @CsvSource({
    "http://h/docs/index.html, http://h/docs/a/b.html, true",
    "http://h/docs/index.html, http://h/docs/, true",
    "http://h/docs/index.html, http://h/docs, false",
    "http://h/docs/index.html, http://h/other/, false",
    "http://h/docs/, http://h/docs/?q, true",
    "http://h/docs, http://h/other, true",
    "http://h/?q=a/b, http://h/x, true",
    "http://h/, https://h/, false",
    "http://h/, http://i/, false",
    "http://h:81/, http://h:82/, false"
  })
  void isAFolderAndWhatIsBelow(String first, String address, boolean belongs) {
    assertEquals(belongs, Site.of(URI.create(first)).contains(URI.create(address)));
  }
}
