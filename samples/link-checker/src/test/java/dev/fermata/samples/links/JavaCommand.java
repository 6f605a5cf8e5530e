package dev.fermata.samples.links;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The command as a process of its own. */
final class JavaCommand {
  private final Process process;

  private JavaCommand(Process process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param jvmOption an option for the JVM
   * @param args those of the command
   */
  static JavaCommand start(String jvmOption, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(jvmOption);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(LinkChecker.class.getName());
    Collections.addAll(command, args);
    return new JavaCommand(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Asks it to end, as Ctrl-C does. What it prints then can still be read. */
  void interrupt() {
    process.toHandle().destroy();
  }

  /** Waits for its end. */
  Run finish() throws IOException, InterruptedException {
    try (InputStream in = process.getInputStream()) {
      String out = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), out, "");
    }
  }
}
