package dev.fermata.processor.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The table of blocking calls against the class files of the JDK that runs the test: each method
 * that may be interrupted, or fail for a reason of input, output or a database, is in the table or
 * among those that somebody has looked at and left out.
 */
class BlockingTableTest {
  private static final List<String> PACKAGES =
      List.of(
          "java.lang",
          "java.lang.ref",
          "java.io",
          "java.net",
          "java.net.http",
          "java.nio.channels",
          "java.nio.file",
          "java.sql",
          "java.util.concurrent",
          "java.util.concurrent.locks",
          "javax.sql");
  private static final Set<String> SIGNS =
      Set.of("java.lang.InterruptedException", "java.io.IOException", "java.sql.SQLException");

  /** Methods of JDKs after 17. */
  private static final Set<String> NEW =
      Set.of(
          "java.io.Reader.readAllAsString",
          "java.io.Reader.readAllLines",
          "java.net.http.HttpClient.awaitTermination",
          "java.net.http.HttpClient.close",
          "java.util.concurrent.ExecutorService.close",
          "java.util.concurrent.StructuredTaskScope.join");

  private static final Path RESOURCES = Path.of("src/test/resources/dev/fermata/processor/checks");
  private static final Path TABLE =
      Path.of("src/main/resources/dev/fermata/processor/checks/blocking-calls.txt");

  private final JavacTask task =
      (JavacTask)
          ToolProvider.getSystemJavaCompiler()
              .getTask(
                  null,
                  null,
                  diagnostic -> {},
                  List.of("-proc:none"),
                  List.of("java.lang.Object"),
                  null);

  @Test
  void everyMethodThatLooksBlockingIsKnown() throws IOException {
    BlockingCall rule = rule();
    List<String> lookedAt = Files.readAllLines(RESOURCES.resolve("looked-at.txt"));
    Set<String> unknown = new TreeSet<>();
    for (TypeElement type : types()) {
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        String owner = type.getQualifiedName().toString();
        if (method.getModifiers().contains(Modifier.PUBLIC)
            && method.getThrownTypes().stream().anyMatch(it -> SIGNS.contains(it.toString()))
            && rule.instead(method, type).isEmpty()
            && !lookedAt.contains(owner + ".*")
            && !lookedAt.contains(owner + "." + method.getSimpleName())) {
          unknown.add(owner + "." + method.getSimpleName());
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  /**
   * A line that is misspelt would never match. Of what newer JDKs have an older one says nothing.
   */
  @Test
  void everyLineOfTheTableIsAMethod() throws IOException {
    List<String> wrong = new ArrayList<>();
    task.analyze();
    for (String line : Files.readAllLines(TABLE)) {
      String method = line.split(" ", 2)[0];
      if (line.isBlank() || line.startsWith("#") || method.startsWith("dev.fermata.")) {
        continue;
      }
      int dot = method.lastIndexOf('.');
      TypeElement type = task.getElements().getTypeElement(method.substring(0, dot));
      boolean isThere = type != null && isMethod(type, method.substring(dot + 1));
      boolean isToCome = Runtime.version().feature() < 25 && NEW.contains(method);
      if (!isThere && !isToCome) {
        wrong.add(line);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean isMethod(TypeElement type, String name) {
    return name.equals("*")
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(
                method ->
                    name.equals(method.getSimpleName().toString())
                        || name.equals(
                            method.getSimpleName() + "/" + method.getParameters().size()));
  }

  private BlockingCall rule() throws IOException {
    task.analyze();
    Symbols symbols = new Symbols(Trees.instance(task), task.getElements(), task.getTypes());
    BodyCode bodies = new BodyCode(symbols);
    return new BlockingCall(symbols, bodies, new LoopInsideLoop(symbols, bodies));
  }

  private List<TypeElement> types() {
    List<TypeElement> types = new ArrayList<>();
    for (String name : PACKAGES) {
      for (PackageElement found : task.getElements().getAllPackageElements(name)) {
        ElementFilter.typesIn(found.getEnclosedElements()).forEach(type -> add(type, types));
      }
    }
    return types;
  }

  private static void add(TypeElement type, List<TypeElement> types) {
    if (type.getModifiers().contains(Modifier.PUBLIC)) {
      types.add(type);
      ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> add(nested, types));
    }
  }
}
