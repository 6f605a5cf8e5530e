package dev.fermata.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.EventLoop;
import dev.fermata.annotations.Async;
import dev.fermata.processor.FermataProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiler in a virtual machine of its own, as people elsewhere have it. */
final class ForkedJavac {
  private final Path sources;
  private final Path generated;
  private final List<String> command = new ArrayList<>();

  /**
   * A compiler that has nothing to compile yet.
   *
   * @param directory where it reads and writes
   * @param properties options of its virtual machine
   */
  ForkedJavac(Path directory, String... properties) throws IOException {
    sources = directory.resolve("sources");
    generated = Files.createDirectories(directory.resolve("generated"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(properties));
    command.addAll(List.of("-m", "jdk.compiler/com.sun.tools.javac.Main", "-proc:only"));
    command.addAll(List.of("--release", "17"));
    command.addAll(List.of("-encoding", "UTF-8", "-s", generated.toString()));
    command.addAll(List.of("-d", Files.createDirectories(directory.resolve("classes")).toString()));
    command.addAll(List.of("-classpath", placesOf(EventLoop.class, Async.class)));
    command.addAll(List.of("-processor", FermataProcessor.class.getName()));
    // The libraries of the processor are there, too.
    command.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
  }

  /** Adds a source file, {@code "app/Crawler.java"}. */
  void source(String path, String text) throws IOException {
    Path file = sources.resolve(path);
    Files.createDirectories(file.getParent());
    command.add(Files.writeString(file, text).toString());
  }

  /** Runs the processor, and returns the generated sources by their paths. */
  Map<String, String> generated() throws IOException, InterruptedException {
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] output = javac.getInputStream().readAllBytes();
    assertEquals(0, javac.waitFor(), () -> new String(output, StandardCharsets.UTF_8));
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(generated)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = generated.relativize(file).toString().replace(File.separatorChar, '/');
        texts.put(path, Files.readString(file));
      }
    }
    return texts;
  }

  private static String placesOf(Class<?>... types) {
    return Arrays.stream(types)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().toString())
        .map(location -> Path.of(URI.create(location)).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
