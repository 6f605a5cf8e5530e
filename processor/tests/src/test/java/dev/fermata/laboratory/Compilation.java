package dev.fermata.laboratory;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What came of compiling some sources.
 *
 * @param diagnostics all that javac and the processor reported, in their order
 * @param generated text of the generated sources, by qualified class name
 * @param classes bytes of the classes, by binary name; incomplete where there are errors
 */
public record Compilation(
    List<Diagnostic<? extends JavaFileObject>> diagnostics,
    SortedMap<String, String> generated,
    SortedMap<String, byte[]> classes) {

  /** Whether nothing was reported as an error. */
  public boolean succeeded() {
    return diagnostics.stream().noneMatch(d -> d.getKind() == Diagnostic.Kind.ERROR);
  }

  /** Whether nothing was reported as an error, and nothing at all about generated code. */
  public boolean clean() {
    return diagnostics.stream().noneMatch(Compilation::blemish);
  }

  /**
   * Errors anywhere and warnings about generated code, each with the lines around it, for the
   * message of a failed test.
   */
  public String blemishes() {
    StringBuilder report = new StringBuilder();
    diagnostics.stream().filter(Compilation::blemish).forEach(d -> report.append(describe(d)));
    return report.toString();
  }

  /**
   * The lines of a generated source that belong to a method: its entry, step method and frame, or
   * the whole source if the method is not found in it.
   */
  public String generatedMethod(String className, String method) {
    String text = generated.getOrDefault(className, "");
    StringBuilder excerpt = new StringBuilder();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(" " + method + "$") && lines.get(i).endsWith("{")) {
        i = copyBlock(lines, i, excerpt);
      }
    }
    return excerpt.isEmpty() ? text : excerpt.toString();
  }

  private static int copyBlock(List<String> lines, int first, StringBuilder excerpt) {
    String indent = lines.get(first).substring(0, indentation(lines.get(first)));
    int i = first;
    while (i < lines.size() - 1 && !lines.get(i).equals(indent + "}")) {
      excerpt.append(lines.get(i++)).append('\n');
    }
    excerpt.append(lines.get(i)).append('\n');
    return i;
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static boolean blemish(Diagnostic<? extends JavaFileObject> diagnostic) {
    return switch (diagnostic.getKind()) {
      case ERROR -> true;
      case WARNING, MANDATORY_WARNING -> isGenerated(diagnostic);
      case NOTE, OTHER -> false;
    };
  }

  private static boolean isGenerated(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getSource() != null
        && "generated".equals(diagnostic.getSource().toUri().getScheme());
  }

  private String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
    StringBuilder text = new StringBuilder();
    text.append(diagnostic.getKind()).append(' ');
    if (diagnostic.getSource() != null) {
      text.append(diagnostic.getSource().toUri()).append(':').append(diagnostic.getLineNumber());
    }
    text.append(' ').append(diagnostic.getMessage(Locale.ROOT)).append('\n');
    if (isGenerated(diagnostic)) {
      text.append(around(diagnostic));
    }
    return text.toString();
  }

  private String around(Diagnostic<? extends JavaFileObject> diagnostic) {
    String path = diagnostic.getSource().toUri().getPath();
    String name = path.substring(1, path.length() - ".java".length()).replace('/', '.');
    List<String> lines = generated.getOrDefault(name, "").lines().toList();
    int line = (int) diagnostic.getLineNumber();
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(1, line - 12); i <= Math.min(lines.size(), line + 4); i++) {
      text.append(String.format("%6d%s %s%n", i, i == line ? ">" : " ", lines.get(i - 1)));
    }
    return text.toString();
  }
}
