package dev.fermata.management;

import dev.fermata.internal.watch.PageServer;
import dev.fermata.internal.watch.TasksBean;
import java.io.IOException;

/** Switches on what tools can see. */
public final class Management {
  private Management() {}

  /**
   * Registers {@link TasksMXBean} in the platform's server. A second call does nothing. The same as
   * {@code -Dfermata.jmx=true}.
   *
   * @throws IllegalStateException if the module {@code java.management} is not there
   */
  public static void register() {
    try {
      TasksBean.register();
    } catch (NoClassDefFoundError notThere) {
      throw new IllegalStateException("the module java.management is not there", notThere);
    }
  }

  /**
   * Opens a page that shows the tasks of all loops, and follows them. It is for browsers on this
   * machine alone: it listens on the loopback interface, and refuses requests that were sent to
   * another name. It does not keep the JVM running. The same as {@code -Dfermata.page=PORT}.
   *
   * <p>Whoever can use this machine can read it: names of tasks and places in the source.
   *
   * @param port where; 0 for any that is free
   * @throws IOException if the port is taken
   * @throws IllegalStateException if the module {@code jdk.httpserver} is not there
   */
  public static TasksPage openPage(int port) throws IOException {
    try {
      return PageServer.open(port);
    } catch (NoClassDefFoundError notThere) {
      throw new IllegalStateException("the module jdk.httpserver is not there", notThere);
    }
  }
}
