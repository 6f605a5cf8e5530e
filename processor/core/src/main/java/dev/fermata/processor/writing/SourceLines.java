package dev.fermata.processor.writing;

import com.palantir.javapoet.CodeBlock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From lines of the generated file to lines of the user's, for stack traces.
 *
 * <p>While bodies are written, nobody knows on which line their statements will stand. So each
 * statement is written with a mark of its line in the user's file, and the table of each body with
 * a placeholder. When the file is complete, the marks are taken out and the tables are put in.
 *
 * <p>A table has pairs {@code generated:original}; a line in between is as far from its original as
 * the pair before it. Where the original is 0, code begins that has none.
 */
public final class SourceLines {
  // Characters for private use: a user's text has none of them in any pattern like these.
  private static final Pattern MARK = Pattern.compile("\\uE000([^\\uE000:]+):(\\d+)\\uE001");
  private static final Pattern TABLE = Pattern.compile("\\uE002([^\\uE002]+)\\uE003");

  /** A constant in a class file may have 65,535 bytes. */
  private static final int LONGEST = 60_000;

  private SourceLines() {}

  /** What is written in front of a statement of the body that {@code body} names. */
  public static CodeBlock mark(String body, int line) {
    return CodeBlock.of("$L", "\uE000" + body + ":" + line + "\uE001");
  }

  /** What is written at the end of a method with statements of the body that {@code body} names. */
  public static CodeBlock end(String body) {
    return mark(body, 0);
  }

  /** A literal with the table of the body that {@code body} names. */
  public static CodeBlock table(String body) {
    return CodeBlock.of("$L", "\"\uE002" + body + "\uE003\"");
  }

  /** The text of a complete file without marks, and with its tables. */
  public static String resolve(String file) {
    Map<String, Table> tables = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder(file.length());
    int line = 1;
    int start = 0;
    while (start < file.length()) {
      int end = file.indexOf('\n', start);
      String written = file.substring(start, end < 0 ? file.length() : end + 1);
      Matcher mark = MARK.matcher(written);
      while (mark.find()) {
        tables
            .computeIfAbsent(mark.group(1), body -> new Table())
            .put(line, Integer.parseInt(mark.group(2)));
      }
      start += written.length();
      String unmarked = mark.replaceAll("");
      if (unmarked.equals(written) || !unmarked.isBlank()) {
        text.append(unmarked);
        line++;
      } // else there is nothing but the mark, which is for the line after it
    }
    return TABLE
        .matcher(text)
        .replaceAll(table -> tables.getOrDefault(table.group(1), new Table()).text());
  }

  private static final class Table {
    private final Map<Integer, Integer> originals = new LinkedHashMap<>();

    /** The last mark of a line is the one that counts: what it marks stands there. */
    void put(int generated, int original) {
      originals.put(generated, original);
    }

    String text() {
      StringBuilder text = new StringBuilder();
      int distance = Integer.MIN_VALUE;
      for (Map.Entry<Integer, Integer> pair : originals.entrySet()) {
        int own = pair.getKey() - pair.getValue();
        if (own != distance) {
          text.append(text.isEmpty() ? "" : " ")
              .append(pair.getKey())
              .append(':')
              .append(pair.getValue());
          distance = own;
        }
      }
      return text.length() > LONGEST ? "" : text.toString();
    }
  }
}
