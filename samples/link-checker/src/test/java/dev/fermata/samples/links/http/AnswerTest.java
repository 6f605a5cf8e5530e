package dev.fermata.samples.links.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerTest {
  @ParameterizedTest
  @CsvSource({
    "text/html, true, ''",
    "TEXT/HTML;charset=utf-8, true, utf-8",
    "'text/html; charset=\"ISO-8859-1\"', true, ISO-8859-1",
    "application/xhtml+xml; x=y; charset=a, true, a",
    "text/plain, false, ''",
    "text/html5, false, ''",
    "'', false, ''"
  })
  void tellsPagesFromOtherThings(String contentType, boolean page, String charset) {
    Answer answer = new Answer(URI.create("http://host/"), contentType, new byte[0]);
    assertEquals(page, answer.isPage());
    assertEquals(charset, answer.charset().orElse(""));
  }
}
