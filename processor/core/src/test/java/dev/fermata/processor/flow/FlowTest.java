package dev.fermata.processor.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is known at the end of a body is what can be true there: bodies whose conditions and calls
 * are free to choose are run under all choices, and end as the analysis says, in no other way, and
 * in all of these ways.
 */
class FlowTest {
  @TestFactory
  Stream<DynamicTest> bodies(@TempDir Path directory) throws IOException {
    String all;
    try (InputStream file = FlowTest.class.getResourceAsStream("/flow/bodies.txt")) {
      all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    return Arrays.stream(all.split("\n==== "))
        .filter(part -> !part.isBlank())
        .map(
            part -> {
              String name = part.lines().findFirst().orElseThrow().replace("==== ", "");
              String body = part.substring(part.indexOf('\n') + 1);
              return DynamicTest.dynamicTest(
                  name, () -> agree(Body.compiled(body, directory.resolve(name))));
            });
  }

  private static void agree(Body body) throws ReflectiveOperationException {
    Set<String> said = body.analysed();
    assertEquals(said, body.observed());
  }
}
