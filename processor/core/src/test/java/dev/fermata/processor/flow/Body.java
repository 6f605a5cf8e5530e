package dev.fermata.processor.flow;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A body that calls {@code mark("…")} and {@code c()}: which mark was the last one when it ends, by
 * returning or by an exception, by analysis and by running it.
 */
final class Body {
  /** How many choices a run may make. */
  private static final int DEPTH = 14;

  private static final String CLASS =
      """
      import java.util.*;

      class Program extends %s {
        void body() throws Throwable {
      %s  }
      }
      """;

  /** Calls whose argument is a mark. */
  private static final Set<String> MARKS = Set.of("mark", "is", "text", "number");

  private final Set<String> analysed;
  private final Class<?> program;

  private Body(Set<String> analysed, Class<?> program) {
    this.analysed = analysed;
    this.program = program;
  }

  static Body compiled(String text, Path directory)
      throws IOException, ReflectiveOperationException {
    Files.createDirectories(directory);
    String source = CLASS.formatted(Choices.class.getCanonicalName(), text);
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Program.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    var errors = new DiagnosticCollector<JavaFileObject>();
    var options =
        List.of(
            "-proc:none", "-d", directory.toString(), "-cp", System.getProperty("java.class.path"));
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, errors, options, null, List.of(file));
    CompilationUnitTree unit = task.parse().iterator().next();
    task.analyze();
    Set<String> analysed = analysed(methodOf(unit));
    task.generate(); // takes the trees apart
    if (!errors.getDiagnostics().isEmpty()) {
      throw new IllegalArgumentException(errors.getDiagnostics() + "\n" + source);
    }
    URL[] urls = {directory.toUri().toURL()};
    ClassLoader loader = new URLClassLoader(urls, Body.class.getClassLoader());
    return new Body(analysed, loader.loadClass("Program"));
  }

  private static TreePath methodOf(CompilationUnitTree unit) {
    TreePath[] found = {null};
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        if (tree.getName().contentEquals("body")) {
          found[0] = new TreePath(getCurrentPath(), tree.getBody());
        }
        return null;
      }
    }.scan(unit, null);
    return found[0];
  }

  private static Set<String> analysed(TreePath method) {
    Set<String> ends = new TreeSet<>();
    Flow.through(method, Facts.of("nothing"), new LastMark(ends));
    return ends;
  }

  /** How it can end, as the analysis says. */
  Set<String> analysed() {
    return analysed;
  }

  /** How it does end, under all choices. */
  Set<String> observed() throws ReflectiveOperationException {
    Set<String> ends = new TreeSet<>();
    for (Choices.Plan plan = new Choices.Plan(DEPTH); plan.hasNext(); ) {
      var constructor = program.getDeclaredConstructor();
      constructor.setAccessible(true);
      Choices choices = (Choices) constructor.newInstance();
      choices.begin(plan);
      var body = program.getDeclaredMethod("body");
      body.setAccessible(true);
      String end = "returned after ";
      try {
        body.invoke(choices);
      } catch (InvocationTargetException e) {
        end = "thrown after ";
      }
      if (plan.wasEnough()) {
        ends.add(end + choices.last());
      }
      plan.end();
    }
    return ends;
  }

  /** Follows the last mark. */
  private record LastMark(Set<String> ends) implements Domain<Facts<String>> {
    @Override
    public Facts<String> evaluated(TreePath expression, Facts<String> before) {
      return expression.getLeaf() instanceof MethodInvocationTree call
              && MARKS.contains(call.getMethodSelect().toString())
          ? Facts.of((String) ((LiteralTree) call.getArguments().get(0)).getValue())
          : before;
    }

    @Override
    public void returned(Facts<String> before) {
      before.all().forEach(mark -> ends.add("returned after " + mark));
    }

    @Override
    public void thrown(Facts<String> before) {
      before.all().forEach(mark -> ends.add("thrown after " + mark));
    }
  }
}
