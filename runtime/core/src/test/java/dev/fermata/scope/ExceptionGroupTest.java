package dev.fermata.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.CancelledError;
import dev.fermata.ExceptionGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups of exceptions: their parts, and how they are printed. */
class ExceptionGroupTest {
  private static <X extends Throwable> X at(String method, X failure) {
    failure.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("Kitchen", method, "Kitchen.java", 7)});
    return failure;
  }

  private static ExceptionGroup group(String message, Throwable... failures) {
    return at("group", new ExceptionGroup(message, List.of(failures)));
  }

  private static String print(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  /** A kind of group of somebody else. */
  private static final class Burnt extends ExceptionGroup {
    private static final long serialVersionUID = 1L;

    Burnt(List<? extends Throwable> failures) {
      super("burnt", failures);
    }

    @Override
    protected ExceptionGroup derive(List<? extends Throwable> part) {
      return new Burnt(part);
    }
  }

  private final IOException bread = at("bread", new IOException("no bread"));
  private final IllegalStateException egg = at("egg", new IllegalStateException("no egg"));
  private final IOException milk = at("milk", new IOException("no milk"));
  private final ExceptionGroup drinks = group("drinks", milk);
  private final ExceptionGroup breakfast = group("breakfast", bread, egg, drinks);

  @Test
  void aGroupIsPrintedAsATree() {
    bread.initCause(at("flour", new IOException("no flour")));
    breakfast.initCause(at("sleep", new IllegalStateException("too late")));
    breakfast.addSuppressed(at("lunch", new IOException("nor lunch")));
    String expected =
        """
        dev.fermata.ExceptionGroup: breakfast (3 sub-exceptions)
        \tat Kitchen.group(Kitchen.java:7)
          +-- 1 of 3 --
          | java.io.IOException: no bread
          | \tat Kitchen.bread(Kitchen.java:7)
          | Caused by: java.io.IOException: no flour
          | \tat Kitchen.flour(Kitchen.java:7)
          +-- 2 of 3 --
          | java.lang.IllegalStateException: no egg
          | \tat Kitchen.egg(Kitchen.java:7)
          +-- 3 of 3 --
          | dev.fermata.ExceptionGroup: drinks (1 sub-exception)
          | \tat Kitchen.group(Kitchen.java:7)
          |   +-- 3.1 of 1 --
          |   | java.io.IOException: no milk
          |   | \tat Kitchen.milk(Kitchen.java:7)
        Suppressed: java.io.IOException: nor lunch
        \tat Kitchen.lunch(Kitchen.java:7)
        Caused by: java.lang.IllegalStateException: too late
        \tat Kitchen.sleep(Kitchen.java:7)
        """;
    assertEquals(expected, print(breakfast));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    breakfast.printStackTrace(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertEquals(
        expected, bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }

  @Test
  void aGroupThatIsItsOwnCauseIsPrintedOnce() {
    ExceptionGroup inner = group("inner\nin two lines", egg);
    ExceptionGroup outer = group("outer", inner);
    inner.initCause(outer);
    assertEquals(
        """
        dev.fermata.ExceptionGroup: outer (1 sub-exception)
        \tat Kitchen.group(Kitchen.java:7)
          +-- 1 of 1 --
          | dev.fermata.ExceptionGroup: inner
          | in two lines (1 sub-exception)
          | \tat Kitchen.group(Kitchen.java:7)
          |   +-- 1.1 of 1 --
          |   | java.lang.IllegalStateException: no egg
          |   | \tat Kitchen.egg(Kitchen.java:7)
          | Caused by: dev.fermata.ExceptionGroup: outer (1 sub-exception), as above
        """,
        print(outer));
  }

  @Test
  void loggersSeeItsExceptionsAsSuppressed() {
    assertEquals(List.of(bread, egg, drinks), List.of(breakfast.getSuppressed()));
  }

  @Test
  void aSplitKeepsTheNestingAndWhatBelongsToTheGroup() {
    IllegalStateException cause = new IllegalStateException("cause");
    IOException aside = new IOException("aside");
    breakfast.initCause(cause);
    breakfast.addSuppressed(aside);
    ExceptionGroup.Split split = breakfast.split(IOException.class);
    ExceptionGroup matching = split.matching();
    assertEquals(2, matching.exceptions().size());
    assertSame(bread, matching.exceptions().get(0));
    assertEquals(List.of(bread, milk), split.matching(IOException.class));
    assertEquals(List.of(egg), split.rest().exceptions());
    for (ExceptionGroup part : List.of(matching, split.rest())) {
      assertEquals("breakfast", part.getMessage());
      assertSame(cause, part.getCause());
      assertEquals(List.of(breakfast.getStackTrace()), List.of(part.getStackTrace()));
      assertEquals(aside, part.getSuppressed()[part.exceptions().size()]);
    }
    assertSame(split.rest(), assertThrows(ExceptionGroup.class, split::throwRest));
  }

  @Test
  void aSplitThatLeavesNothingThrowsNothing() {
    ExceptionGroup.Split all = breakfast.split(Exception.class);
    assertNull(all.rest());
    all.throwRest();
    ExceptionGroup.Split none = breakfast.split(Error.class);
    assertNull(none.matching());
    assertEquals(List.of(), none.matching(Error.class));
    assertNull(breakfast.subgroup(Error.class));
  }

  @Test
  void leavesAreInOrderAndWithoutGroups() {
    assertEquals(List.of(bread, egg, milk), breakfast.leaves());
    assertEquals(List.of(egg), breakfast.leaves(IllegalStateException.class));
  }

  @Test
  void partsOfASubclassAreOfIt() {
    Burnt burnt = new Burnt(List.of(bread, egg));
    assertEquals(Burnt.class, burnt.subgroup(IOException.class).getClass());
    assertEquals(Burnt.class, burnt.split(IOException.class).rest().getClass());
  }

  @Test
  void whatIsNoFailureIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ExceptionGroup("empty", List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExceptionGroup("cancelled", List.of(new CancelledError("by hand"))));
  }
}
