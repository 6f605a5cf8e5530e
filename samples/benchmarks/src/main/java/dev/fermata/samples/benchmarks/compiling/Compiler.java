package dev.fermata.samples.benchmarks.compiling;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Runs javac, and finds what it needs. */
final class Compiler {
  private static final String PROCESSOR = "dev.fermata.processor.FermataProcessor";

  private Compiler() {}

  /** Compiles in this virtual machine, where classes of the compiler and the processor are warm. */
  static void runHere(List<String> arguments, boolean processing) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    // Arguments that are files are given apart, as objects.
    List<String> options = new ArrayList<>(arguments);
    List<String> sources = arguments.stream().filter(name -> name.endsWith(".java")).toList();
    options.removeAll(sources);
    try (var files = javac.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromStrings(sources);
      JavaCompiler.CompilationTask task = javac.getTask(null, files, null, options, null, units);
      if (processing) {
        task.setProcessors(List.of(newProcessor()));
      }
      if (!task.call()) {
        throw new IllegalStateException("compilation failed");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compiles by the command of this JDK. */
  static void runForked(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("javac ended with " + status);
    }
  }

  private static Processor newProcessor() {
    try {
      return Class.forName(PROCESSOR)
          .asSubclass(Processor.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What user code is compiled against. */
  static String classPath() {
    return placeOf(Coroutine.class) + File.pathSeparator + placeOf(Async.class);
  }

  /** Where the processor is, with all that it needs. */
  static String processorPath() {
    try {
      return placeOf(Class.forName(PROCESSOR));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String placeOf(Class<?> type) {
    try {
      var source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
