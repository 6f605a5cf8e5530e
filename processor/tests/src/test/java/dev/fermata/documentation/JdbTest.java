package dev.fermata.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The debugger says what the pages show of its sessions. */
class JdbTest {
  private static final String COMMAND = "> ";

  @TestFactory
  Stream<DynamicTest> sessions(@TempDir Path directory) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path path : Repository.pages()) {
      Page page = Page.read(path);
      for (Fence fence : page.fences()) {
        for (String bodies : List.of("original", "transformed")) {
          fence
              .argument("jdb " + bodies)
              .ifPresent(
                  main ->
                      tests.add(
                          dynamicTest(
                              page.place(fence) + ", " + bodies + " bodies",
                              () -> check(page, fence, main, bodies, directory))));
        }
      }
    }
    assertFalse(tests.isEmpty());
    return tests.stream();
  }

  private static void check(Page page, Fence fence, String main, String bodies, Path directory)
      throws IOException {
    Path classes = Files.createTempDirectory(directory, bodies);
    write(PageProgram.compile(PageProgram.sources(page), "-g"), classes);
    List<Path> classPath = new ArrayList<>(List.of(classes));
    ClassPath.files().forEach(file -> classPath.add(file.toPath()));
    List<String> said = new ArrayList<>();
    try (Jdb session = Jdb.start(main, classPath, classes, bodies)) {
      String output = "";
      for (String line : fence.lines()) {
        if (line.startsWith(COMMAND)) {
          output = session.command(line.substring(COMMAND.length()));
          said.add(line);
        } else {
          boolean isThere = output.lines().map(String::strip).anyMatch(it -> isSaid(it, line));
          said.add(isThere ? line : "something else: " + output);
        }
      }
    }
    assertEquals(fence.text(), String.join("\n", said));
  }

  /** A line of the page may leave out where in a generated file something is. */
  private static boolean isSaid(String line, String shown) {
    return line.equals(shown) || line.startsWith(shown + ", line=");
  }

  private static void write(Compilation program, Path classes) throws IOException {
    for (JavaFileObject file : program.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        Path path = classes.resolve(file.toUri().getPath().replaceFirst("^/CLASS_OUTPUT/", ""));
        Files.createDirectories(path.getParent());
        try (InputStream in = file.openInputStream()) {
          Files.copy(in, path);
        }
      }
    }
  }
}
