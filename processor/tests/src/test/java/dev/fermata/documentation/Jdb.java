package dev.fermata.documentation;

import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A session of the JDK's command-line debugger. */
final class Jdb implements AutoCloseable {
  /** Commands after which it waits for something to happen in the program. */
  private static final Pattern RESUMES = Pattern.compile("run|cont|next|step.*");

  private static final Pattern STOPPED = Pattern.compile("(?s).*(\\w\\[\\d+] |exited\\s*)$");
  private static final Pattern READY = Pattern.compile("(?s).*(> |\\w\\[\\d+] )$");
  private static final Pattern PROMPTS = Pattern.compile("(?m)^(> |[\\w-]+\\[\\d+] )+");
  private static final Pattern DETAILS = Pattern.compile("\"thread=[^\"]*\", | bci=\\d+");

  private final Process process;
  private final Writer commands;
  private final Reader output;

  private Jdb(Process process) {
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
  }

  /** Begins a session, of the JDK that runs the test. */
  static Jdb start(String main, List<Path> classPath, Path sources, String bodies)
      throws IOException {
    String path =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jdb").toString(),
                "-J-Duser.language=en",
                "-Dfermata.bodies=" + bodies,
                "-classpath",
                path,
                "-sourcepath",
                sources.toString(),
                main)
            .redirectErrorStream(true)
            .start();
    Jdb session = new Jdb(process);
    session.read(READY);
    return session;
  }

  /** Gives a command; returns what it and the program print, without threads and bytecodes. */
  String command(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
    String text = read(RESUMES.matcher(command).matches() ? STOPPED : READY);
    return DETAILS.matcher(PROMPTS.matcher(text).replaceAll("")).replaceAll("");
  }

  private String read(Pattern until) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!until.matcher(text).matches()) {
      int next = output.read();
      if (next < 0) {
        return text.toString();
      }
      text.append((char) next);
    }
    return text.toString();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
