package dev.fermata.machine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The generators of a loop that have begun and not ended, in the order in which they began. */
final class OpenGenerators {
  private @Nullable GeneratorMachine<?> first;
  private @Nullable GeneratorMachine<?> last;

  void add(GeneratorMachine<?> generator) {
    GeneratorMachine<?> before = last;
    generator.previous = before;
    if (before == null) {
      first = generator;
    } else {
      before.next = generator;
    }
    last = generator;
  }

  void remove(GeneratorMachine<?> generator) {
    GeneratorMachine<?> before = generator.previous;
    GeneratorMachine<?> after = generator.next;
    generator.previous = null;
    generator.next = null;
    if (before != null) {
      before.next = after;
    } else if (first == generator) {
      first = after;
    }
    if (after != null) {
      after.previous = before;
    } else if (last == generator) {
      last = before;
    }
  }

  List<GeneratorMachine<?>> toList() {
    List<GeneratorMachine<?>> all = new ArrayList<>();
    for (GeneratorMachine<?> g = first; g != null; g = g.next) {
      all.add(g);
    }
    return all;
  }
}
