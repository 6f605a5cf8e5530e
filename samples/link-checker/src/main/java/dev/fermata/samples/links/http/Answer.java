package dev.fermata.samples.links.http;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is at an address.
 *
 * @param location where it was found, after all redirections
 * @param contentType what it is, as the server says; empty if it does not
 * @param body the page; empty if it is no page
 */
@SuppressWarnings("ArrayRecordComponent") // handed from hand to hand, never compared
public record Answer(URI location, String contentType, byte[] body) {
  private static final Pattern HTML =
      Pattern.compile(
          "\\s*(text/html|application/xhtml\\+xml)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHARSET =
      Pattern.compile(".*;\\s*charset\\s*=\\s*\"?([^\\s\";]+).*", Pattern.CASE_INSENSITIVE);

  static boolean isHtml(String contentType) {
    return HTML.matcher(contentType).matches();
  }

  /** Whether it is a page, which may hold links. */
  public boolean isPage() {
    return isHtml(contentType);
  }

  /** The character set of the page, if the server tells it. */
  public Optional<String> charset() {
    Matcher matcher = CHARSET.matcher(contentType);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
