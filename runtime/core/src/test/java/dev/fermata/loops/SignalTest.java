package dev.fermata.loops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.fermata.EventLoop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Programs in a JVM of their own, to which signals are really sent. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "knows no signals")
class SignalTest {
  private static final int SIGINT = 130;
  private static final int SIGTERM = 143;

  /**
   * Has a command hear of SIGINT, though this process ignores it, as one in the background does.
   */
  private static final List<String> LISTENING = listening();

  private static List<String> listening() {
    List<String> listening = List.of("env", "--default-signal=INT");
    return isSuccess("env", "--default-signal=INT", "true") ? listening : List.of();
  }

  private static boolean isSuccess(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  @BeforeAll
  static void programsHearOfSignals() {
    List<String> suicide = new ArrayList<>(LISTENING);
    suicide.addAll(List.of("sh", "-c", "kill -INT $$"));
    assumeFalse(
        isSuccess(suicide.toArray(String[]::new)), "SIGINT is ignored here, by every command");
  }

  /** A program that runs. */
  private static final class Running {
    private final Process process;
    private final BufferedReader out;
    private final List<String> lines = new ArrayList<>();

    Running(String program, String... options) throws IOException {
      List<String> command = new ArrayList<>(LISTENING);
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of(options));
      command.addAll(
          List.of("-Xshare:auto", "-cp", classPath(), SignalProgram.class.getName(), program));
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      out = process.inputReader(StandardCharsets.UTF_8);
    }

    private static String classPath() {
      return List.of(EventLoop.class, SignalTest.class).stream()
          .map(Running::root)
          .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /** Where the class file is: a class of a patched module does not say it otherwise. */
    private static String root(Class<?> type) {
      String file = type.getName().replace('.', '/') + ".class";
      String url = type.getResource("/" + file).toString();
      return Path.of(URI.create(url.substring(0, url.length() - file.length()))).toString();
    }

    /** Waits until the program has said {@code line}. */
    Running said(String line) throws IOException {
      String next;
      do {
        next = out.readLine();
        lines.add(next);
      } while (next != null && !next.equals(line));
      assertEquals(line, next, lines.toString());
      return this;
    }

    Running send(String signal) throws Exception {
      new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
      return this;
    }

    /** Waits until the program has ended. */
    void ends(int status, String... expected) throws Exception {
      out.lines().forEach(lines::add);
      assertEquals(List.of(expected), lines);
      assertEquals(status, process.waitFor());
    }
  }

  @Test
  void theFirstSignalLetsTheProgramCleanUp() throws Exception {
    new Running("cleanup").said("ready").send("INT").ends(SIGINT, "ready", "cleaned up", "finally");
    new Running("cleanup")
        .said("ready")
        .send("TERM")
        .ends(SIGTERM, "ready", "cleaned up", "finally");
    new Running("runner").said("ready").send("INT").ends(SIGINT, "ready", "cleaned up");
  }

  @Test
  void aProgramMaySwallowIt() throws Exception {
    new Running("swallow")
        .said("ready")
        .send("INT")
        .ends(0, "ready", "SIGINT swallowed", "end of main");
  }

  @Test
  void aProgramMayCatchIt() throws Exception {
    new Running("caught")
        .said("ready")
        .send("TERM")
        .ends(3, "ready", "cleaned up", "finally", "SIGTERM caught");
  }

  @Test
  void theFailureOfTheCleanupIsWhatCounts() throws Exception {
    Running program = new Running("failing").said("ready").send("INT");
    program.out.lines().forEach(program.lines::add);
    assertEquals(1, program.process.waitFor());
    assertTrue(program.lines.toString().contains("cleanup failed"), program.lines.toString());
  }

  @Test
  void theSecondSignalLeavesTheLoop() throws Exception {
    new Running("stubborn")
        .said("ready")
        .send("INT")
        .said("cleaning up")
        .send("INT")
        .ends(SIGINT, "ready", "cleaning up", "cancelled again: SHUTDOWN", "finally");
  }

  @Test
  void theSecondSignalEndsAProgramThatHoldsUpItsLoop() throws Exception {
    Running program = new Running("blocked").said("ready").send("INT");
    // The first one is taken to the loop by a thread of the JVM; the last one finds it there.
    while (program.process.isAlive()) {
      program.send("INT");
    }
    program.ends(SIGINT, "ready");
  }

  @Test
  void whoDoesNotListen() throws Exception {
    new Running("off").said("ready").send("INT").ends(SIGINT, "ready");
    new Running("thread").said("ready").send("INT").ends(SIGINT, "ready");
    new Running("between runs").said("ready").send("TERM").ends(SIGTERM, "finally", "ready");
  }

  @Test
  void aThreadThatListens() throws Exception {
    new Running("thread that listens")
        .said("ready")
        .send("INT")
        .ends(SIGINT, "ready", "cleaned up");
  }

  @Test
  void aHandlerOfTheProgramIsLeftAlone() throws Exception {
    new Running("own handler")
        .said("ready")
        .send("INT")
        .ends(0, "ready", "handled", "goes on", "finally", "end of main");
  }

  @Test
  void withoutTheModuleTheyDoWhatTheyAlwaysDo() throws Exception {
    new Running("cleanup", "--limit-modules=java.base,java.logging")
        .said("ready")
        .send("INT")
        .ends(SIGINT, "ready");
    new Running("cleanup", "-Xrs").said("ready").send("INT").ends(SIGINT, "ready");
  }
}
