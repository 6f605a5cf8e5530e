package dev.fermata.samples.soak;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often what was done, and what came of it. */
final class Counts {
  private final Map<String, Long> counts = new TreeMap<>();
  private long operations;

  void operation(String name) {
    operations++;
    add(name);
  }

  void add(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  void addAll(Counts others) {
    operations += others.operations;
    others.counts.forEach((name, count) -> counts.merge(name, count, Long::sum));
  }

  long operations() {
    return operations;
  }

  long of(String name) {
    return counts.getOrDefault(name, 0L);
  }

  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(entry -> String.format("%,14d  %s", entry.getValue(), entry.getKey()))
        .collect(Collectors.joining("\n"));
  }
}
