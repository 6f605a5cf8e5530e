package dev.fermata.internal.watch;

import dev.fermata.internal.task.Dumps;
import dev.fermata.internal.task.Failures;
import dev.fermata.internal.task.LoggingHandler;
import dev.fermata.internal.task.Signals;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;

/**
 * Switches on, at the first loop, what system properties ask for. A program that asks for nothing
 * loads nothing for it; what cannot be had is logged, and the program runs on.
 */
public final class Watching {
  static {
    begin("fermata.jmx", value -> register(Boolean.parseBoolean(value)));
    begin("fermata.dumpSignal", Watching::dumpOn);
    begin("fermata.page", Watching::showOn);
  }

  private Watching() {}

  /** Is called when a loop is about to be made. */
  public static void begin() {
    // The class is initialised.
  }

  private interface Start {
    void with(String value) throws Exception;
  }

  private static void begin(String property, Start start) {
    String value = System.getProperty(property);
    if (value == null || value.isEmpty()) {
      return;
    }
    try {
      start.with(value);
    } catch (Throwable failure) {
      if (failure instanceof VirtualMachineError) {
        throw Failures.sneak(failure);
      }
      LoggingHandler.log(Level.WARNING, "-D" + property + "=" + value + " has no effect", failure);
    }
  }

  private static void register(boolean wanted) {
    if (wanted) {
      TasksBean.register();
    }
  }

  private static void dumpOn(String signal) {
    String name = signal.startsWith("SIG") ? signal.substring("SIG".length()) : signal;
    Signals.handle(name, () -> System.err.print(Dumps.ofAll()));
  }

  private static void showOn(String port) throws IOException {
    URI address = PageServer.open(Integer.parseInt(port)).address();
    LoggingHandler.log(Level.INFO, "the tasks are shown at " + address, null);
  }
}
