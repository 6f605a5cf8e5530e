package dev.fermata.processor.flow;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Facts of which each may hold at a place: it does on one of the ways that lead there.
 *
 * @param <F> a fact; there must be only so many in a body
 */
public record Facts<F>(Set<F> all) implements Known<Facts<F>> {
  /** Holds a copy. */
  public Facts {
    all = Set.copyOf(all);
  }

  /** No facts. */
  public static <F> Facts<F> none() {
    return new Facts<>(Set.of());
  }

  /** One fact, and no other. */
  public static <F> Facts<F> of(F fact) {
    return new Facts<>(Set.of(fact));
  }

  /** What becomes of all when each changes. */
  public Facts<F> map(UnaryOperator<F> change) {
    return new Facts<>(all.stream().map(change).collect(Collectors.toSet()));
  }

  @Override
  public Facts<F> join(Facts<F> other) {
    if (all.containsAll(other.all)) {
      return this;
    }
    Set<F> both = new LinkedHashSet<>(all);
    both.addAll(other.all);
    return new Facts<>(both);
  }
}
