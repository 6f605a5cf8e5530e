package dev.fermata.laboratory;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

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

  /** The same with other classes in the place of, or added to, its own. */
  public Compilation with(Map<String, byte[]> others) {
    SortedMap<String, byte[]> all = new TreeMap<>(classes);
    all.putAll(others);
    return new Compilation(diagnostics, generated, all);
  }

  private static final Pattern MEMBER = Pattern.compile("  [\\w@]");

  /** In bytes of code: HotSpot never compiles a method that is larger. */
  private static final int HUGE_METHOD_LIMIT = 8000;

  /** Whether nothing was reported as an error. */
  public boolean succeeded() {
    return diagnostics.stream().noneMatch(d -> d.getKind() == Diagnostic.Kind.ERROR);
  }

  /** The qualified names of the sources that errors are reported in. */
  public Set<String> faulty() {
    Set<String> names = new TreeSet<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
        names.add(nameOf(diagnostic.getSource()));
      }
    }
    return names;
  }

  /** The qualified name of a source of a compilation in memory. */
  static String nameOf(JavaFileObject source) {
    String path = source.toUri().getPath();
    return path.substring(1, path.length() - ".java".length()).replace('/', '.');
  }

  /**
   * Whether nothing was reported as an error, and nothing at all about generated code, none of
   * which is too large for the JIT compiler.
   */
  public boolean clean() {
    return diagnostics.stream().noneMatch(Compilation::blemish) && hugeMethods().isEmpty();
  }

  /**
   * Errors anywhere and warnings about generated code, each with the lines around it, and methods
   * that are too large, for the message of a failed test.
   */
  public String blemishes() {
    StringBuilder report = new StringBuilder();
    diagnostics.stream().filter(Compilation::blemish).forEach(d -> report.append(describe(d)));
    hugeMethods().forEach((method, size) -> report.append(method + ": " + size + " bytes\n"));
    return report.toString();
  }

  /** The generated methods that the JIT compiler would never compile, with their sizes. */
  private Map<String, Integer> hugeMethods() {
    Map<String, Integer> huge = new TreeMap<>();
    for (String owner : generated.keySet()) {
      for (var type : classes.subMap(owner, owner + Character.MAX_VALUE).entrySet()) {
        for (var method : ClassFile.of(type.getValue()).codeSizes().entrySet()) {
          if (method.getValue() >= HUGE_METHOD_LIMIT) {
            huge.put(type.getKey() + "." + method.getKey(), method.getValue());
          }
        }
      }
    }
    return huge;
  }

  /**
   * The lines of a generated source that belong to a method: its entry and its step method, or the
   * whole source if the method is not found in it.
   */
  public String generatedMethod(String className, String method) {
    String text = generated.getOrDefault(className, "");
    List<String> found = members(text, head -> head.contains(" " + method + "$"));
    return found.isEmpty() ? text : String.join("\n", found);
  }

  /** The generated sources as trees, by qualified class name; parsed and no more. */
  public SortedMap<String, CompilationUnitTree> trees() {
    SortedMap<String, CompilationUnitTree> trees = new TreeMap<>();
    generated.forEach((name, text) -> trees.put(name, parsed(new Source(name, text))));
    return trees;
  }

  private static CompilationUnitTree parsed(Source source) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, null, null, List.of(MemoryFiles.input(source)));
    try {
      return task.parse().iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The members of a formatted source whose first line passes, each as it stands from that line to
   * its closing brace.
   */
  private static List<String> members(String text, Predicate<String> head) {
    List<String> members = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (MEMBER.matcher(line).lookingAt() && !line.endsWith(";") && head.test(line)) {
        int end = i;
        while (end < lines.size() - 1 && !lines.get(end).equals("  }")) {
          end++;
        }
        members.add(String.join("\n", lines.subList(i, end + 1)));
        i = end;
      }
    }
    return members;
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
    List<String> lines =
        generated.getOrDefault(nameOf(diagnostic.getSource()), "").lines().toList();
    int line = (int) diagnostic.getLineNumber();
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(1, line - 12); i <= Math.min(lines.size(), line + 4); i++) {
      text.append(String.format("%6d%s %s%n", i, i == line ? ">" : " ", lines.get(i - 1)));
    }
    return text.toString();
  }
}
