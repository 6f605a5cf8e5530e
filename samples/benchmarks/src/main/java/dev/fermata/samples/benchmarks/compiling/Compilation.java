package dev.fermata.samples.benchmarks.compiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What is compiled, and how. */
@State(Scope.Benchmark)
public class Compilation {
  /** Whether the processor takes part. */
  public enum Processing {
    /** Without the processor: the classes of the user alone. */
    NONE,
    /** Without the processor, together with what it has generated before. */
    GENERATED,
    /** With the processor. */
    FERMATA
  }

  /** Whether the processor takes part. */
  @Param({"NONE", "GENERATED", "FERMATA"})
  public Processing processing = Processing.NONE;

  /** How many classes there are. */
  @Param({"1", "100"})
  public int classes;

  private final List<Path> sources = new ArrayList<>();
  private Path directory = Path.of("");

  /** Writes the sources. */
  @Setup
  public void write() throws IOException {
    directory = Files.createTempDirectory("fermata-benchmark");
    Files.createDirectory(directory.resolve("classes"));
    UserCode.write(Files.createDirectory(directory.resolve("sources")), classes);
    addSources(directory.resolve("sources"));
    if (processing == Processing.GENERATED) {
      Path generated = Files.createDirectory(directory.resolve("generated"));
      Compiler.runHere(arguments("-proc:only", "-s", generated.toString()), true);
      addSources(generated);
    }
  }

  private void addSources(Path below) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
    }
  }

  /** Deletes everything. */
  @TearDown
  public void delete() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Compiles in this virtual machine. */
  void runHere() {
    boolean fermata = processing == Processing.FERMATA;
    Compiler.runHere(fermata ? arguments() : arguments("-proc:none"), fermata);
  }

  /** Compiles by a command of its own. */
  void runForked() throws IOException, InterruptedException {
    if (processing == Processing.FERMATA) {
      Compiler.runForked(arguments("-processorpath", Compiler.processorPath()));
    } else {
      Compiler.runForked(arguments("-proc:none"));
    }
  }

  private List<String> arguments(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--release", "17", "-g", "-nowarn"));
    arguments.addAll(List.of("-classpath", Compiler.classPath()));
    arguments.addAll(List.of("-d", directory.resolve("classes").toString()));
    sources.forEach(source -> arguments.add(source.toString()));
    return arguments;
  }
}
