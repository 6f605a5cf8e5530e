package dev.fermata.processor.writing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManyConstantsTest {

  @TempDir private Path directory;

  @Test
  void fewAreInitialisedWhereTheyAre() {
    TypeSpec.Builder type = TypeSpec.classBuilder("Few");
    ManyConstants.add(type, constants(20, 10));
    assertEquals(List.of(), type.build().methodSpecs());
  }

  @Test
  void manySmallOnesFitIntoTheInitialiser() throws Exception {
    assertCompiles(constants(4_000, 1));
  }

  @Test
  void someLargeOnesFitIntoTheInitialiser() throws Exception {
    assertCompiles(constants(100, 100));
  }

  private void assertCompiles(List<FieldSpec> constants) throws Exception {
    TypeSpec.Builder type = TypeSpec.classBuilder("Many").addModifiers(Modifier.PUBLIC);
    ManyConstants.add(type, constants);
    JavaFileObject file = JavaFile.builder("", type.build()).build().toJavaFileObject();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    compiler
        .getTask(null, null, diagnostics, List.of("-d", directory.toString()), null, List.of(file))
        .call();
    assertEquals(List.of(), diagnostics.getDiagnostics());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      Class<?> made = loader.loadClass("Many");
      assertArrayEquals((int[]) value(made, 0), (int[]) value(made, constants.size() - 1));
    }
  }

  private static Object value(Class<?> made, int number) throws ReflectiveOperationException {
    return made.getField("NUMBERS" + number).get(null);
  }

  private static List<FieldSpec> constants(int count, int numbers) {
    String list =
        IntStream.range(0, numbers)
            .mapToObj(number -> String.valueOf(1_000 + number))
            .collect(Collectors.joining(", "));
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                FieldSpec.builder(
                        int[].class,
                        "NUMBERS" + number,
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .initializer("new int[] {$L}", list)
                    .build())
        .toList();
  }
}
