package dev.fermata.internal.task;

import dev.fermata.Context;
import dev.fermata.ContextVar;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values that carriers have taken from a thread. They are part of a {@link Context}. */
final class Carried {
  /** The value of a carrier that has failed. */
  static final Object UNKNOWN = new Object();

  private static final ContextVar<Carried> VARIABLE = new ContextVar<>("of thread");

  private final Carriers carriers;
  private final @Nullable Object[] values;

  Carried(Carriers carriers, @Nullable Object[] values) {
    this.carriers = carriers;
    this.values = values;
  }

  /** Returns those that are part of a context; null if there are none. */
  static @Nullable Carried in(Context context) {
    return context.has(VARIABLE) ? context.get(VARIABLE) : null;
  }

  /** Returns a context that these are part of. */
  Context putInto(Context context) {
    return context.with(VARIABLE, this);
  }

  Carriers carriers() {
    return carriers;
  }

  /**
   * Returns those of these values that the carriers of {@code own} know, and for the others those
   * of {@code own}: a context may come from a loop that has other carriers.
   */
  Carried fittedTo(Carried own) {
    if (carriers == own.carriers) {
      return this;
    }
    @Nullable Object[] fitted = own.values.clone();
    for (int i = 0; i < fitted.length; i++) {
      int known = carriers.indexOf(own.carriers.get(i));
      if (known >= 0) {
        fitted[i] = values[known];
      }
    }
    return new Carried(own.carriers, fitted);
  }

  /** Gives them to the current thread. */
  void restore() {
    carriers.restore(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
