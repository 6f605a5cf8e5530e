package dev.fermata.processor.machine;

import dev.fermata.processor.graph.Local;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Java lets a lambda refer to a variable that is assigned once. A hoisted local is assigned again
 * and again, so each use in a lambda or class gets a final copy, made where the value is known:
 * Java's own rule makes sure that it is the right one.
 */
final class Captures {
  private final Names names;
  private final Set<Local> written;
  private final Set<Local> constants;
  private final Map<Local, String> copies = new HashMap<>();

  /**
   * @param written the locals that some instruction of the step method sets
   * @param constants the locals that are declared final at its head
   */
  Captures(Names names, Set<Local> written, Set<Local> constants) {
    this.names = names;
    this.written = written;
    this.constants = constants;
  }

  boolean needsCopy(Local local) {
    return local.hoisted() && written.contains(local) && !constants.contains(local);
  }

  String copyName(Local local) {
    return copies.computeIfAbsent(local, l -> names.own(l.name() + "$final"));
  }
}
