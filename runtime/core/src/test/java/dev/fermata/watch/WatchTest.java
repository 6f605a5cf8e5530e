package dev.fermata.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.EventLoop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs in a JVM of their own, at which the tools of the JDK look. */
class WatchTest {
  @TempDir Path directory;

  /** A program that runs. */
  private static final class Running {
    private final Process process;
    private final BufferedReader out;
    private final List<String> lines = new ArrayList<>();

    Running(String program, String... options) throws IOException {
      List<String> command = new ArrayList<>(List.of(tool("java"), "-Xshare:auto"));
      command.addAll(List.of(options));
      command.addAll(List.of("-cp", classPath(), WatchedProgram.class.getName(), program));
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits until the program has said a line that has {@code part} in it. */
    Running says(String part) throws IOException {
      String next;
      do {
        next = out.readLine();
        lines.add(next);
      } while (next != null && !next.contains(part));
      assertTrue(next != null, () -> part + " not in " + String.join("\n", lines));
      return this;
    }

    /** Lets the program end, and returns all that it has said. */
    String end() throws Exception {
      process.getOutputStream().close();
      out.lines().forEach(lines::add);
      String all = String.join("\n", lines);
      assertEquals(0, process.waitFor(), all);
      return all;
    }
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static String classPath() {
    return root(EventLoop.class) + System.getProperty("path.separator") + root(WatchTest.class);
  }

  /** Where the class file is: a class of a patched module does not say it otherwise. */
  private static Path root(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    String url = type.getResource("/" + file).toString();
    return Path.of(URI.create(url.substring(0, url.length() - file.length())));
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }

  private static String jcmd(Running program, String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of(tool("jcmd"), "" + program.process.pid()));
    all.addAll(List.of(command));
    return run(all.toArray(String[]::new));
  }

  /** Makes an agent with the manifest of the jar of the runtime. */
  private Path agent() throws IOException {
    Path jar = directory.resolve("fermata-runtime.jar");
    Path manifest = root(EventLoop.class).resolve("../../src/main/jar/MANIFEST.MF");
    try (InputStream in = Files.newInputStream(manifest)) {
      Manifest read = new Manifest(in);
      read.getMainAttributes().putValue("Manifest-Version", "1.0");
      new JarOutputStream(Files.newOutputStream(jar), read).close();
    }
    return jar;
  }

  @Test
  void jcmdWritesTheTasksOfAnyProgramToAFile() throws Exception {
    Running program = new Running("waits").says("ready");
    Path file = directory.resolve("tasks.txt");
    jcmd(program, "JVMTI.agent_load", agent().toString(), file.toString());
    String dump = Files.readString(file);
    assertTrue(dump.contains("\nsleeper: waits for the end of a sleep of 1 h, 59 min"), dump);
    assertTrue(dump.contains("\nTask-1: waits for a call in another thread\n"), dump);
    program.end();
  }

  @Test
  void jcmdWritesThemToTheErrorStreamOfTheProgramToo() throws Exception {
    Running program = new Running("blocks").says("blocked");
    jcmd(program, "JVMTI.agent_load", agent().toString());
    program.says("has not come to answer for 1 s");
    program.says("WatchedProgram.awaitEnd(WatchedProgram.java:");
    program.says("sleeper: waits for the end of a sleep of 1 h");
    program.end();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "knows no signals")
  void aSignalWritesThemBesideTheThreadDump() throws Exception {
    Running program = new Running("waits", "-Dfermata.dumpSignal=SIGUSR2").says("ready");
    String pid = "" + program.process.pid();
    run("kill", "-QUIT", pid);
    program.says("Full thread dump");
    program.says("JNI global refs");
    run("kill", "-USR2", pid);
    program.says("sleeper: waits for the end of a sleep of 1 h");
    program.end();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "knows no signals")
  void theSignalOfTheThreadDumpIsLeftToTheJvm() throws Exception {
    Running program = new Running("waits", "-Dfermata.dumpSignal=QUIT");
    program.says("-Dfermata.dumpSignal=QUIT has no effect");
    program.says("SIGQUIT cannot be handled");
    program.says("ready");
    run("kill", "-QUIT", "" + program.process.pid());
    program.says("Full thread dump");
    program.end();
  }

  @Test
  void theBeanIsThereWhenItIsAskedFor() throws Exception {
    for (boolean debug : new boolean[] {false, true}) {
      Running program =
          new Running("bean", "-Dfermata.jmx=true", "-Dfermata.debug=" + debug).says("ready");
      assertTrue(program.lines.contains("tasks 2"), program.lines::toString);
      String loop = debug ? "main 2 true sleeper true" : "main 2 false  false";
      assertTrue(program.lines.contains(loop), program.lines::toString);
      assertTrue(program.lines.contains("dumped"), program.lines::toString);
      program.end();
    }
    Running program = new Running("registers").says("ready");
    assertTrue(program.lines.contains("dumped"), program.lines::toString);
    program.end();
  }

  @Test
  void withoutTheModulesTheProgramRunsAndSaysWhatHasNoEffect() throws Exception {
    Running program =
        new Running(
                "waits",
                "--limit-modules=java.base,java.logging",
                "-Dfermata.jmx=true",
                "-Dfermata.page=0",
                "-Dfermata.dumpSignal=USR2")
            .says("ready");
    String said = program.end();
    assertTrue(said.contains("-Dfermata.jmx=true has no effect"), said);
    assertTrue(said.contains("-Dfermata.page=0 has no effect"), said);
    assertTrue(said.contains("-Dfermata.dumpSignal=USR2 has no effect"), said);
    assertTrue(said.contains("the module jdk.unsupported is not there"), said);
  }

  @Test
  void aProgramThatAsksForNothingLoadsNothing() throws Exception {
    String loaded = new Running("waits", "-Xlog:class+load").end();
    assertTrue(loaded.contains("dev.fermata.EventLoop"), "classes are not logged");
    for (String type :
        List.of("javax.management.", "com.sun.net.", "dev.fermata.internal.flight.TaskEvent")) {
      assertTrue(!loaded.contains(type), type);
    }
  }

  @Test
  void aPageShowsThemToThisMachine() throws Exception {
    String shown = "the tasks are shown at http://127.0.0.1:";
    Running program = new Running("ticks", "-Dfermata.page=0").says(shown).says("ready");
    String said = String.join("\n", program.lines);
    int at = said.indexOf(shown) + shown.length();
    int port = Integer.parseInt(said.substring(at, said.indexOf('/', at)));
    for (String host : List.of("localhost:" + port, "127.0.0.1:" + port, "LOCALHOST:" + port)) {
      String page = fetch(port, "GET / HTTP/1.1", host);
      assertTrue(page.startsWith("HTTP/1.1 200 "), page);
      assertTrue(page.contains("\nsleeper: waits for the end of a sleep of 1 h"), page);
      assertTrue(page.contains("\n&lt;b&gt;R&amp;D&lt;/b&gt;: waits for "), page);
      assertFalse(page.contains("<b>"), page);
      assertTrue(page.contains("http-equiv=\"refresh\""), page);
    }
    for (String host :
        List.of("evil.example:" + port, "localhost", "localhost.evil.example:" + port)) {
      String refused = fetch(port, "GET / HTTP/1.1", host);
      assertTrue(refused.startsWith("HTTP/1.1 421 "), refused);
      assertFalse(refused.contains("sleeper"), refused);
    }
    assertTrue(fetch(port, "POST / HTTP/1.1", "localhost:" + port).startsWith("HTTP/1.1 405 "));
    assertTrue(fetch(port, "GET /x HTTP/1.1", "localhost:" + port).startsWith("HTTP/1.1 404 "));
    program.end();
  }

  private static String fetch(int port, String request, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String text = request + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aPortThatIsTakenIsNoReasonNotToRun() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String said = new Running("waits", "-Dfermata.page=" + taken.getLocalPort()).end();
      assertTrue(said.contains("-Dfermata.page=" + taken.getLocalPort() + " has no effect"), said);
      assertTrue(said.contains("ready"), said);
    }
  }

  @Test
  void tracesShowEverythingOnDemand() throws Exception {
    String usual = new Running("fails").end();
    assertTrue(usual.contains("\tat dev.fermata.watch.WatchedProgram.lambda$limited$"), usual);
    for (String hidden : List.of("dev.fermata.internal.", "dev.fermata.machine.", ".exit(")) {
      assertFalse(usual.contains(hidden), usual);
    }
    String full = new Running("fails", "-Dfermata.fullTraces=true").end();
    assertTrue(full.contains("\tat dev.fermata.internal.scope.LoopTimeout.leave("), full);
    assertTrue(full.contains("\tat dev.fermata.machine.Execution.await("), full);
  }

  @Test
  void theFlightRecorderHasWhatBecameOfTasks() throws Exception {
    String events = new Running("recorded").end();
    String at = "\\[Fermata\\]";
    for (String expected :
        List.of(
            "dev.fermata.Task, task: holder, loop: recorded, outcome: returned, reason: null, "
                + at,
            "dev.fermata.Task, task: waiter, loop: recorded, outcome: returned, reason: null, "
                + at,
            "dev.fermata.Task, task: failing, loop: recorded, outcome: failed,"
                + " reason: java.lang.IllegalStateException: no luck, "
                + at,
            "dev.fermata.Task, task: cancelled, loop: recorded, outcome: cancelled,"
                + " reason: asked for by Task-\\d+, "
                + at,
            "dev.fermata.Suspension, task: waiter, loop: recorded, waitedFor: AsyncLock,"
                + " place: dev.fermata.watch.WatchedProgram.*, awaitStack: at dev.fermata.sync.AsyncLock.acquire.*"
                + at,
            "dev.fermata.Suspension, task: holder, loop: recorded,"
                + " waitedFor: the end of a sleep of 0.02 s, place: .*"
                + at,
            "dev.fermata.SlowTurn, task: slow, loop: recorded, " + at,
            "dev.fermata.Cancellation, task: cancelled, loop: recorded, source: CALL,"
                + " askedBy: asked for by Task-\\d+, reason: not needed,"
                + " askedAt: at .*WatchedProgram.*"
                + at,
            "dev.fermata.Cancellation, task: late, loop: recorded, source: TIMEOUT,"
                + " askedBy: time limit expired, reason: null, askedAt: , "
                + at,
            "dev.fermata.TaskTree, tasks: EventLoop\\[recorded\\] .*\\|left: waits for .*" + at)) {
      assertTrue(
          events.lines().anyMatch(line -> line.matches(expected)),
          () -> expected + " is not in\n" + events);
    }
  }

  @Test
  void jcmdRecordsAProgramThatRuns() throws Exception {
    Running program = new Running("ticks").says("ready");
    Path file = directory.resolve("running.jfr");
    String started =
        jcmd(
            program,
            "JFR.start",
            "name=tasks",
            "settings=none",
            "+dev.fermata.Suspension#enabled=true",
            "+dev.fermata.Suspension#threshold=1ms",
            "+dev.fermata.TaskTree#enabled=true",
            "+dev.fermata.TaskTree#period=20ms");
    assertTrue(started.contains("Started recording"), started);
    List<RecordedEvent> events;
    do {
      jcmd(program, "JFR.dump", "name=tasks", "filename=" + file);
      events = RecordingFile.readAllEvents(file);
    } while (!hasAll(events, "dev.fermata.Suspension", "dev.fermata.TaskTree"));
    for (RecordedEvent event : events) {
      if (event.getEventType().getName().equals("dev.fermata.TaskTree")) {
        String tasks = event.getString("tasks");
        assertTrue(tasks.contains("\nsleeper: waits for the end of a sleep of 1 h"), tasks);
      }
    }
    program.end();
  }

  private static boolean hasAll(List<RecordedEvent> events, String... names) {
    List<String> found = events.stream().map(event -> event.getEventType().getName()).toList();
    return found.containsAll(List.of(names));
  }
}
