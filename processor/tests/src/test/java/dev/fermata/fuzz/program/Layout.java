package dev.fermata.fuzz.program;

/** Indents printed lines by their braces, so that a failing program can be read. */
final class Layout {
  private Layout() {}

  static String indent(String text) {
    StringBuilder out = new StringBuilder();
    int level = 0;
    boolean textBlock = false;
    for (String line : text.split("\n", -1)) {
      if (textBlock) {
        out.append(line).append('\n');
      } else if (!line.isBlank()) {
        String stripped = line.strip();
        int own = Math.max(0, level - leadingClosers(stripped));
        out.append("  ".repeat(own)).append(stripped).append('\n');
        level = Math.max(0, level + balance(stripped));
      }
      textBlock ^= (line.split("\"\"\"", -1).length - 1) % 2 == 1;
    }
    return out.toString();
  }

  private static int leadingClosers(String line) {
    int count = 0;
    while (count < line.length() && line.charAt(count) == '}') {
      count++;
    }
    return count;
  }

  private static int balance(String line) {
    int balance = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      balance += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return balance;
  }
}
