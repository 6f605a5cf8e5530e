package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The user's own text with some of its parts replaced.
 *
 * <p>Lines after the first lose the indentation that the first has in the user's file, so that the
 * text can be written at any depth. Every line loses the same, which leaves text blocks what they
 * are; where a line of a text block has less, none of its lines loses any.
 */
final class Text {
  private record Edit(int start, int end, CodeBlock by) {}

  private final String source;
  private final int start;
  private final int end;
  private final List<Edit> edits = new ArrayList<>();

  Text(String source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  void replace(int from, int to, CodeBlock by) {
    edits.add(new Edit(from, to, by));
  }

  void insert(int at, CodeBlock what) {
    edits.add(new Edit(at, at, what));
  }

  CodeBlock code() {
    edits.sort(Comparator.comparingInt(Edit::start));
    CodeBlock.Builder code = CodeBlock.builder();
    int margin = margin();
    int at = start;
    Edit previous = null;
    for (Edit edit : edits) {
      boolean again =
          previous != null
              && edit.start() < edit.end()
              && edit.start() == previous.start()
              && edit.end() == previous.end();
      if (again) {
        continue; // the header of a record stands for its fields and for its constructor
      }
      previous = edit;
      if (edit.start() < at) {
        throw new IllegalStateException("two edits of one place");
      }
      plain(code, at, edit.start(), margin);
      int deeper = Math.max(0, indentation(edit.start()) - margin) / 2;
      code.add("$>".repeat(deeper)).add(edit.by()).add("$<".repeat(deeper));
      at = edit.end();
    }
    plain(code, at, end, margin);
    return code.build();
  }

  private void plain(CodeBlock.Builder code, int from, int to, int margin) {
    if (from >= to) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      char c = source.charAt(i);
      if (c == '\r') {
        continue;
      }
      text.append(c);
      if (c == '\n') {
        int skip = 0;
        while (skip < margin && i + 1 < to && isBlank(source.charAt(i + 1))) {
          i++;
          skip++;
        }
      }
    }
    code.add("$L", text.toString());
  }

  /** The indentation of the line of a place. */
  private int indentation(int place) {
    int lineStart = source.lastIndexOf('\n', place - 1) + 1;
    int indent = 0;
    while (lineStart + indent < place && isBlank(source.charAt(lineStart + indent))) {
      indent++;
    }
    return indent;
  }

  /**
   * How much indentation the line of the first character has, and every further line of a text
   * block can lose.
   */
  private int margin() {
    int margin = indentation(start);
    return source.substring(start, end).contains("\"\"\"") ? Math.min(margin, least()) : margin;
  }

  private int least() {
    int least = Integer.MAX_VALUE;
    int at = source.indexOf('\n', start);
    while (at >= 0 && at < end) {
      int indent = 0;
      int i = at + 1;
      while (i < source.length() && isBlank(source.charAt(i))) {
        i++;
        indent++;
      }
      if (i < end && source.charAt(i) != '\n' && source.charAt(i) != '\r') {
        least = Math.min(least, indent);
      }
      at = source.indexOf('\n', at + 1);
    }
    return least;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
