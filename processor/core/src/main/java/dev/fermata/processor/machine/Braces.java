package dev.fermata.processor.machine;

/** Finds the brace that opens a class body in the user's text, past comments. */
final class Braces {
  private Braces() {}

  /**
   * Returns where the first brace stands from {@code from} on.
   *
   * @param from behind the last tree before the body, so that only comments may come in between
   */
  static int opening(CharSequence text, int from) {
    int at = from;
    while (text.charAt(at) != '{') {
      at =
          startsWith(text, at, "//")
              ? lineEnd(text, at)
              : startsWith(text, at, "/*") ? commentEnd(text, at) : at + 1;
    }
    return at;
  }

  private static boolean startsWith(CharSequence text, int at, String wanted) {
    return at + wanted.length() <= text.length()
        && text.subSequence(at, at + wanted.length()).toString().equals(wanted);
  }

  private static int lineEnd(CharSequence text, int from) {
    int at = from;
    while (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private static int commentEnd(CharSequence text, int from) {
    int at = from + 2;
    while (!startsWith(text, at, "*/")) {
      at++;
    }
    return at + 2;
  }
}
