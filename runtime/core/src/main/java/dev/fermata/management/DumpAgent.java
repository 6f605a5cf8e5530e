package dev.fermata.management;

import dev.fermata.Tasks;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link Tasks#dumpAll} of a program that runs, when it is loaded into that; nothing else.
 * The jar of the runtime is such an agent:
 *
 * <pre>{@code
 * jcmd PID JVMTI.agent_load /path/to/fermata-runtime.jar /tmp/tasks.txt
 * }</pre>
 *
 * <p>Without the name of a file, the text goes to the error stream of the program. Whatever class
 * loader has the runtime of the program, and if there are several, all are written.
 */
public final class DumpAgent {
  /** What is there in any copy of the runtime that has made a loop. */
  private static final String MARK = "dev.fermata.internal.task.OpenLoops";

  private DumpAgent() {}

  /**
   * Writes the dump. The JVM calls it.
   *
   * @param file the name of the file to write; null or empty for the error stream
   * @param program what knows the classes of the program
   * @throws IOException if the file cannot be written
   */
  public static void agentmain(@Nullable String file, Instrumentation program) throws IOException {
    String text = textOf(program);
    if (file == null || file.isEmpty()) {
      System.err.print(text);
    } else {
      Files.writeString(Path.of(file), text);
    }
  }

  private static String textOf(Instrumentation program) {
    StringBuilder text = new StringBuilder();
    for (Class<?> loaded : program.getAllLoadedClasses()) {
      if (loaded.getName().equals(MARK)) {
        try {
          Class<?> tasks = Class.forName(Tasks.class.getName(), true, loaded.getClassLoader());
          tasks.getMethod("dumpAll", Appendable.class).invoke(null, text);
        } catch (InvocationTargetException failed) {
          text.append("the tasks cannot be told: ").append(failed.getCause()).append('\n');
        } catch (ReflectiveOperationException failed) {
          text.append("this runtime is another one: ").append(failed).append('\n');
        }
      }
    }
    return text.length() == 0 ? "no event loop was made\n" : text.toString();
  }
}
