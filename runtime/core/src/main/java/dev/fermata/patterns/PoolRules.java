package dev.fermata.patterns;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What does not change in a {@link ResourcePool}. All times are in nanoseconds.
 *
 * @param check null if resources are not checked
 * @param checkAfter how long a resource is good without a check
 * @param breaking after which failures of its user a resource may be broken
 */
record PoolRules<T>(
    AsyncCall<T, RuntimeException> make,
    int maxSize,
    @Nullable AsyncFunction<? super T, Boolean, RuntimeException> check,
    long checkAfter,
    AsyncFunction<? super T, ?, RuntimeException> destroy,
    long idleTimeout,
    long maxAge,
    Predicate<? super Throwable> breaking) {

  boolean isOld(Pooled<T> pooled, long now) {
    return now - pooled.made() >= maxAge;
  }

  /** Returns whether it can be lent without a check. */
  boolean isGood(Pooled<T> pooled, long now) {
    return !isOld(pooled, now) && (check == null || now - pooled.used() < checkAfter);
  }
}
