package dev.fermata.management;

import dev.fermata.Tasks;
import java.util.List;

/**
 * The event loops of this JVM and their tasks, for tools that speak JMX, such as JConsole.
 *
 * <p>It is registered as {@value #NAME} in the platform's server by {@link Management#register()},
 * or at the first loop by {@code -Dfermata.jmx=true}. A program that does neither does not load
 * JMX.
 */
public interface TasksMXBean {
  /** The name under which it is registered. */
  String NAME = "dev.fermata:type=Tasks";

  /** Returns the text of {@link Tasks#dumpAll}. It takes a second at most. */
  String dump();

  /** Returns the loops that are not closed, in the order in which they were made. */
  List<LoopInfo> getLoops();

  /** Returns how many tasks there are in all loops that are not done. */
  int getTaskCount();
}
