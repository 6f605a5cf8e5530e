package dev.fermata.libraries;

import dev.fermata.processor.FermataProcessor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The sources of a library.
 *
 * @param name with its version
 * @param sources the files
 * @param jars what it needs beside the class path of the test
 */
record Library(String name, List<Path> sources, List<Path> jars) {
  /** Later releases have methods that not all of them expect, as {@code List.addFirst}. */
  private static final String RELEASE = "17";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Unpacks a library; it is compiled as code without a module. */
  static Library unpack(Path jar, Path directory, List<Path> jars) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (ZipFile file = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        if (name.endsWith(".java") && !name.endsWith("module-info.java")) {
          Path source = directory.resolve(name).normalize();
          Files.createDirectories(source.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, source);
          }
          sources.add(source);
        }
      }
    }
    String name = jar.getFileName().toString().replace("-sources.jar", "");
    return new Library(name, sources, jars);
  }

  /**
   * Compiles it, with the runtime on the class path.
   *
   * @param withProcessor whether our processor is there
   */
  Result compile(boolean withProcessor, Path classes) throws IOException {
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              messages,
              List.of(
                  "-nowarn",
                  "--release",
                  RELEASE,
                  "-encoding",
                  "UTF-8",
                  "-cp",
                  classPath(),
                  "-d",
                  classes.toString()),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(withProcessor ? List.of(new FermataProcessor()) : List.of());
      long begin = THREADS.getCurrentThreadCpuTime();
      boolean success = task.call();
      long nanos = THREADS.getCurrentThreadCpuTime() - begin;
      return new Result(
          success,
          messages.getDiagnostics().stream().filter(Library::counts).map(Object::toString).toList(),
          nanos);
    }
  }

  private String classPath() {
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    jars.forEach(jar -> path.append(File.pathSeparator).append(jar));
    return path.toString();
  }

  /** The library's own use of things that are deprecated is no affair of ours. */
  private static boolean counts(Diagnostic<? extends JavaFileObject> message) {
    String code = message.getCode();
    return message.getKind() == Diagnostic.Kind.ERROR || code.contains(".proc.messager");
  }

  /**
   * What came of it.
   *
   * @param messages errors, and what processors say
   * @param nanos of the processor
   */
  record Result(boolean success, List<String> messages, long nanos) {}
}
