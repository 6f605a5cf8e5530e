package dev.fermata.samples.links.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private static final Counts FEW = new Counts(1, 2, 0, 0, 0);
  private static final Counts MANY = new Counts(1_234, 56_789, 0, 7, 0);
  private static final String FEW_TEXT = "1 page, 2 links, 0 broken; 3 to go, 4 requests";
  private static final String MANY_TEXT =
      "1,234 pages, 56,789 links, 7 broken; 3 to go, 4 requests";

  private final StringWriter out = new StringWriter();

  @Test
  void writesOverItsLineOnATerminal() {
    Progress progress = new Progress(new PrintWriter(out), true);
    progress.show(MANY, 3, 4);
    progress.show(FEW, 3, 4);
    progress.clear();
    int width = FEW_TEXT.length();
    assertEquals(
        "\r%s\r%s\r%s\r"
            .formatted(
                MANY_TEXT, FEW_TEXT + " ".repeat(MANY_TEXT.length() - width), " ".repeat(width)),
        out.toString());
  }

  @Test
  void writesLinesElsewhere() {
    Progress progress = new Progress(new PrintWriter(out), false);
    progress.show(FEW, 3, 4);
    progress.show(MANY, 3, 4);
    progress.clear();
    assertEquals(
        FEW_TEXT + "\n" + MANY_TEXT + "\n", out.toString().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void countsOneAsOne() {
    new Progress(new PrintWriter(out), false).show(new Counts(1, 1, 0, 1, 0), 1, 1);
    assertEquals("1 page, 1 link, 1 broken; 1 to go, 1 request", out.toString().strip());
  }

  @Test
  void showsLessOftenWhereItAddsUp() {
    PrintWriter writer = new PrintWriter(out);
    assertTrue(
        new Progress(writer, false).interval().compareTo(new Progress(writer, true).interval())
            > 0);
  }
}
