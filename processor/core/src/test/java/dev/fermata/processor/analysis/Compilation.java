package dev.fermata.processor.analysis;

import static com.google.common.truth.Truth.assertThat;
import static java.util.stream.Collectors.joining;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A compilation of source files in a directory, with what came out of it. */
final class Compilation {
  /** Where the annotations of Fermata are. */
  static final String ANNOTATIONS =
      Path.of(
              dev.fermata.annotations.Async.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .getPath())
          .toString();

  private final Path directory;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> options = new ArrayList<>();
  private final List<Supplier<Processor>> before = new ArrayList<>();
  private final List<Supplier<Processor>> after = new ArrayList<>();
  private final List<String> path = new ArrayList<>(List.of(ANNOTATIONS));
  private String pathOption = "-cp";
  private final Map<String, String> generated = new TreeMap<>();

  Compilation(Path directory) {
    this.directory = directory;
  }

  /** What a compilation came to. */
  record Outcome(
      boolean success,
      List<String> diagnostics,
      List<Analysis> analyses,
      Map<String, Integer> classFiles) {
    Analysis last() {
      return analyses.get(analyses.size() - 1);
    }

    List<String> errors() {
      return diagnostics.stream().filter(text -> text.startsWith("error")).toList();
    }
  }

  Compilation source(String path, String text) {
    sources.put(path, text);
    return this;
  }

  Compilation option(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  Compilation onPath(Path more) {
    path.add(more.toString());
    return this;
  }

  /** What is on the path are modules. */
  Compilation onModulePath() {
    pathOption = "--module-path";
    return this;
  }

  /** A processor that comes before the analysing one. */
  Compilation before(Supplier<Processor> processor) {
    before.add(processor);
    return this;
  }

  /** A processor that comes after the analysing one. */
  Compilation after(Supplier<Processor> processor) {
    after.add(processor);
    return this;
  }

  /** A stub of a type that the round is going to generate. */
  Compilation generated(String binaryName, String text) {
    generated.put(binaryName, text);
    return this;
  }

  Path output() {
    return directory.resolve("classes");
  }

  Outcome run() {
    return run(true);
  }

  Outcome runWithoutAnalysis() {
    return run(false);
  }

  /** The body is attributed, at the latest in the last round, and the outcome is as it was. */
  Analysis assertCleanAndUnnoticed() {
    Outcome without = runWithoutAnalysis();
    Outcome with = run();

    assertThat(without.errors()).isEmpty();
    assertThat(with.diagnostics()).isEqualTo(without.diagnostics());
    assertThat(with.classFiles()).isEqualTo(without.classFiles());
    Analysis last = with.last();
    assertThat(last.failure()).isEmpty();
    assertThat(last.problems()).isEmpty();
    for (AnalyzedUnit unit : last.units()) {
      assertThat(Unattributed.in(unit)).isEmpty();
    }
    return last;
  }

  /** Compiles without any processor. Returns where the class files are. */
  Path build() {
    try {
      Outcome outcome = run(List.of(), List.of());
      assertThat(outcome.errors()).isEmpty();
      return output();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome run(boolean analyze) {
    List<Analysis> analyses = new ArrayList<>();
    List<Processor> all = new ArrayList<>();
    before.forEach(processor -> all.add(processor.get()));
    all.add(analyze ? new AnalyzingProcessor(generated, analyses::add) : new IdleProcessor());
    after.forEach(processor -> all.add(processor.get()));
    try {
      return run(all, analyses);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome run(List<Processor> all, List<Analysis> analyses) throws IOException {
    deleteOutput();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  diagnostics,
                  arguments(),
                  null,
                  files.getJavaFileObjectsFromPaths(writeSources()));
      task.setProcessors(all);
      boolean success = task.call();
      return new Outcome(
          success,
          diagnostics.getDiagnostics().stream()
              .map(d -> d.getKind() + " " + d.getCode() + " " + d.getPosition() + " " + d)
              .map(text -> text.lines().collect(joining(" ")).toLowerCase(Locale.ROOT))
              .toList(),
          analyses,
          classFiles());
    }
  }

  private void deleteOutput() throws IOException {
    if (Files.exists(output())) {
      try (Stream<Path> found = Files.walk(output())) {
        for (Path file : (Iterable<Path>) found.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
  }

  private List<String> arguments() throws IOException {
    Files.createDirectories(output());
    List<String> arguments = new ArrayList<>(List.of("-d", output().toString()));
    arguments.add(pathOption);
    arguments.add(String.join(File.pathSeparator, path));
    arguments.addAll(options);
    return arguments;
  }

  private List<Path> writeSources() throws IOException {
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path path = directory.resolve("src").resolve(source.getKey());
      Files.createDirectories(path.getParent());
      paths.add(Files.writeString(path, source.getValue()));
    }
    return paths;
  }

  private Map<String, Integer> classFiles() throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(output())) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        files.put(
            output().relativize(file).toString(),
            java.util.Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
