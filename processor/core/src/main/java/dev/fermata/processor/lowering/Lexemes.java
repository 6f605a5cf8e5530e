package dev.fermata.processor.lowering;

/** Finds what is no tree in the user's text, past comments. */
public final class Lexemes {
  private Lexemes() {}

  /**
   * Returns where a name stands, from {@code from} on, or {@code from} if it does not.
   *
   * @param from where no literal comes before the name
   */
  public static int name(String text, int from, CharSequence name) {
    int at = from;
    while (at < text.length()) {
      if (Character.isJavaIdentifierStart(text.codePointAt(at))) {
        int end = identifierEnd(text, at);
        if (name.length() == end - at && text.startsWith(name.toString(), at)) {
          return at;
        }
        at = end;
      } else {
        at = next(text, at);
      }
    }
    return from;
  }

  /** Returns where the first brace that opens something stands, from {@code from} on. */
  public static int opening(String text, int from) {
    int at = from;
    while (text.charAt(at) != '{') {
      at = next(text, at);
    }
    return at;
  }

  /** The place behind a comment, or behind a character that begins none. */
  private static int next(String text, int at) {
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    }
    return at + 1;
  }

  private static int identifierEnd(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isJavaIdentifierPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }
}
