package dev.fermata.documentation;

import com.google.testing.compile.Compilation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/**
 * Runs programs that were compiled in memory, with a runtime of their own: it reads but once how
 * bodies are to run.
 */
final class Execution {
  private static final String MODE = "fermata.bodies";

  private final String mode;
  private final ClassLoader runtime;

  /**
   * @param mode the value of the system property
   */
  Execution(String mode) {
    this.mode = mode;
    runtime = new URLClassLoader(ClassPath.urls(), ClassLoader.getPlatformClassLoader());
    System.setProperty(MODE, mode);
    try {
      Class.forName("dev.fermata.machine.Bodies", true, runtime);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    } finally {
      System.clearProperty(MODE);
    }
  }

  /** Runs {@code main}, and returns what it prints. */
  String output(Compilation compilation, String mainClass) throws ReflectiveOperationException {
    Method main =
        new Classes(runtime, compilation)
            .loadClass(mainClass)
            .getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return mode;
  }

  private static final class Classes extends ClassLoader {
    private final Map<String, JavaFileObject> files;

    Classes(ClassLoader parent, Compilation compilation) {
      super(parent);
      files =
          compilation.generatedFiles().stream()
              .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
              .collect(Collectors.toMap(Classes::className, file -> file));
    }

    private static String className(JavaFileObject file) {
      String path = file.toUri().getPath();
      return path.substring("/CLASS_OUTPUT/".length(), path.length() - ".class".length())
          .replace('/', '.');
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      JavaFileObject file = files.get(name);
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream in = file.openInputStream()) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
