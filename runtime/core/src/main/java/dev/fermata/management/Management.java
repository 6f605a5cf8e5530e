package dev.fermata.management;

import dev.fermata.internal.watch.TasksBean;

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
}
