package dev.fermata.samples.links.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads addresses as browsers do, who forgive much: blanks, backslashes, letters that should have
 * been encoded, more {@code ..} than there are folders.
 */
public final class Addresses {
  private static final int LAST_PORT = 65_535;
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final Pattern AUTHORITY = Pattern.compile("((?:https?:)?//[^/?]*)(.*)");
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** Belong into an address but are not letters or digits. */
  private static final String PUNCTUATION = "-._~:/?@!$&'()*+,;=";

  private Addresses() {}

  /** Reads what stands in a page. */
  public static Destination resolve(URI base, String href) {
    String text = withoutBlanks(href);
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? "" : text.substring(hash + 1);
    String reference = hash < 0 ? text : text.substring(0, hash);
    if (reference.isEmpty()) {
      return new Destination.Web(base, fragment);
    }
    Matcher scheme = SCHEME.matcher(reference);
    if (scheme.matches() && !isWeb(scheme.group(1))) {
      return new Destination.Other(scheme.group(1).toLowerCase(Locale.ROOT));
    }
    try {
      return new Destination.Web(normal(absolute(base, encoded(reference))), fragment);
    } catch (URISyntaxException malformed) {
      return new Destination.Malformed(malformed.getReason());
    }
  }

  /**
   * Reads what a user has entered.
   *
   * @throws URISyntaxException if it is no address on the web
   */
  public static Destination.Web parse(String text) throws URISyntaxException {
    String stripped = withoutBlanks(text);
    Matcher scheme = SCHEME.matcher(stripped);
    if (!scheme.matches() || !isWeb(scheme.group(1))) {
      throw new URISyntaxException(text, "An address begins with http:// or https://");
    }
    int hash = stripped.indexOf('#');
    String reference = hash < 0 ? stripped : stripped.substring(0, hash);
    String fragment = hash < 0 ? "" : stripped.substring(hash + 1);
    return new Destination.Web(normal(new URI(encoded(reference))), fragment);
  }

  private static boolean isWeb(String scheme) {
    return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
  }

  private static String withoutBlanks(String text) {
    return text.strip().replaceAll("[\t\r\n]", "");
  }

  private static String encoded(String reference) {
    String text = reference.replace('\\', '/');
    Matcher authority = AUTHORITY.matcher(text);
    return authority.matches()
        ? authority.group(1) + encodedPath(authority.group(2))
        : encodedPath(text);
  }

  private static String encodedPath(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      boolean escape = c == '%' && ESCAPE.matcher(text).region(i, text.length()).lookingAt();
      if (escape || isPlain(c)) {
        result.appendCodePoint(c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          result.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
      }
    }
    return result.toString();
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PUNCTUATION.indexOf(c) >= 0;
  }

  private static URI absolute(URI base, String reference) throws URISyntaxException {
    if (reference.startsWith("?")) { // URI.resolve would drop the last part of the path
      return new URI(
          base.getScheme() + "://" + base.getRawAuthority() + base.getRawPath() + reference);
    }
    return base.resolve(new URI(reference));
  }

  private static URI normal(URI address) throws URISyntaxException {
    URI plain = address.normalize();
    String host = plain.getHost();
    int port = plain.getPort();
    if (host == null || port > LAST_PORT) {
      throw new URISyntaxException(address.toString(), host == null ? "No host" : "No such port");
    }
    String scheme = plain.getScheme().toLowerCase(Locale.ROOT);
    String path = plain.getRawPath();
    while (path.startsWith("/../")) { // above the root is the root
      path = path.substring(3);
    }
    return new URI(
        scheme
            + "://"
            + host.toLowerCase(Locale.ROOT)
            + (port < 0 || port == standardPort(scheme) ? "" : ":" + port)
            + (path.isEmpty() || path.equals("/..") ? "/" : path)
            + (plain.getRawQuery() == null ? "" : "?" + plain.getRawQuery()));
  }

  private static int standardPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }
}
