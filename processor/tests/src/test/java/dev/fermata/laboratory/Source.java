package dev.fermata.laboratory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One compilation unit.
 *
 * @param name qualified name of its top-level class
 * @param text the source
 */
public record Source(String name, String text) {

  private static final Pattern LINE_COMMENT = Pattern.compile("//.*");
  private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+([\\w.]+)\\s*;");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|enum|record|@interface)\\s+(\\w+)");

  /**
   * What every program of the laboratory imports: the words of the language, the annotations, the
   * fixture, and the JDK's usual packages. It is one line, so that the lines of the program stay
   * what they were when it is put before the first.
   */
  public static final String IMPORTS =
      "import static dev.fermata.Coroutines.*; "
          + "import static dev.fermata.laboratory.fixture.Fixture.*; "
          + "import static dev.fermata.laboratory.fixture.Primitives.*; "
          + "import dev.fermata.*; "
          + "import dev.fermata.annotations.*; "
          + "import dev.fermata.laboratory.fixture.*; "
          + "import java.io.*; "
          + "import java.util.*; "
          + "import java.util.concurrent.*; "
          + "import java.util.function.*; ";

  /** The unit whose package and first type are those that the text names. */
  public static Source of(String text) {
    Matcher type = TYPE.matcher(LINE_COMMENT.matcher(text).replaceAll(""));
    if (!type.find()) {
      throw new IllegalArgumentException("no type in: " + text);
    }
    Matcher inPackage = PACKAGE.matcher(text);
    String prefix = inPackage.find() ? inPackage.group(1) + "." : "";
    return new Source(prefix + type.group(1), text);
  }

  /** The unit of this package with the laboratory's imports; the text has neither. */
  public static Source in(String packageName, String text) {
    return of("package " + packageName + "; " + IMPORTS + text);
  }
}
