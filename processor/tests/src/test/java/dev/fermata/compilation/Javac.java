package dev.fermata.compilation;

import dev.fermata.EventLoop;
import dev.fermata.annotations.Async;
import dev.fermata.processor.FermataProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** A compilation by the JDK that runs the test, with the runtime on the class path. */
public final class Javac {
  private final Path directory;
  private final Map<String, String> sources = new LinkedHashMap<>();

  /** Small programs of tests have many bodies that wait for nothing; later options go before. */
  private final List<String> options =
      new ArrayList<>(
          List.of("-Xlint:all,-processing,-options", "-Afermata.AsyncWithoutAwait=off"));

  private final List<Processor> processors = new ArrayList<>();
  private String classPath = runtime();

  private Javac(Path directory) {
    this.directory = directory;
  }

  /** A compilation that reads and writes below this directory. */
  public static Javac in(Path directory) {
    return new Javac(directory);
  }

  /** Adds a source file, {@code "app/Crawler.java"}. */
  public Javac source(String path, String text) {
    sources.put(path, text);
    return this;
  }

  /** Adds options. */
  public Javac options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Adds a processor that runs before those that are added later. */
  public Javac processor(Processor processor) {
    processors.add(processor);
    return this;
  }

  /** Adds the processor of this project. */
  public Javac fermata() {
    return processor(new FermataProcessor());
  }

  /** Puts something before everything else on the class path. */
  public Javac onClassPath(Path entry) {
    classPath = entry + File.pathSeparator + classPath;
    return this;
  }

  /** Compiles. */
  public Compiled run() {
    try {
      return compile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Compiled compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Path classes = Files.createDirectories(directory.resolve("classes"));
      Path generated = Files.createDirectories(directory.resolve("generated"));
      List<String> arguments = new ArrayList<>(options);
      arguments.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
      if (!options.contains("--module-path")) {
        arguments.addAll(List.of("-cp", classPath));
      }
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              arguments,
              null,
              files.getJavaFileObjectsFromPaths(writeSources()));
      task.setProcessors(processors);
      boolean success = task.call();
      List<Message> messages = diagnostics.getDiagnostics().stream().map(Message::of).toList();
      return new Compiled(success, messages, textsBelow(generated), classes);
    }
  }

  private static String runtime() {
    return Stream.of(EventLoop.class, Async.class, NullMarked.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<Path> writeSources() throws IOException {
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path path = directory.resolve("sources").resolve(source.getKey());
      Files.createDirectories(path.getParent());
      paths.add(Files.writeString(path, source.getValue()));
    }
    return paths;
  }

  private static Map<String, String> textsBelow(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        texts.put(name, Files.readString(file));
      }
    }
    return texts;
  }
}
