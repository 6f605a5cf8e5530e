package dev.fermata.internal.task;

import dev.fermata.Context;
import dev.fermata.ContextCarrier;
import dev.fermata.ExceptionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** What carries values of threads along with the tasks of a loop. */
final class Carriers {
  private static final List<ContextCarrier<?>> INSTALLED = installed();

  private final Loop loop;
  private final List<ContextCarrier<Object>> all = new ArrayList<>();

  private Carriers(Loop loop) {
    this.loop = loop;
  }

  /** Returns those that are given to a loop and to every one; null if there are none. */
  static @Nullable Carriers of(Loop loop, List<ContextCarrier<?>> given) {
    Carriers carriers = new Carriers(loop);
    INSTALLED.forEach(carriers::add);
    given.forEach(carriers::add);
    return carriers.all.isEmpty() ? null : carriers;
  }

  @SuppressWarnings("unchecked") // each is given what it has returned itself
  private void add(ContextCarrier<?> carrier) {
    all.add((ContextCarrier<Object>) carrier);
  }

  @SuppressWarnings("rawtypes") // a class cannot name its parameter
  private static List<ContextCarrier<?>> installed() {
    List<ContextCarrier<?>> found = new ArrayList<>();
    try {
      for (ContextCarrier carrier :
          ServiceLoader.load(ContextCarrier.class, ContextCarrier.class.getClassLoader())) {
        found.add(carrier);
      }
    } catch (ServiceConfigurationError broken) {
      LoggingHandler.log("a context carrier cannot be loaded", broken);
    }
    return found;
  }

  ContextCarrier<Object> get(int index) {
    return all.get(index);
  }

  /** Returns the index of a carrier; negative if it is not among these. */
  int indexOf(ContextCarrier<Object> carrier) {
    return all.indexOf(carrier);
  }

  /** Returns the values that the current thread has. */
  Carried capture() {
    @Nullable Object[] values = new Object[all.size()];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = all.get(i).capture();
      } catch (Throwable failure) {
        values[i] = Carried.UNKNOWN;
        report(failure, all.get(i));
      }
    }
    return new Carried(this, values);
  }

  /** Gives the current thread values. */
  void restore(@Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      try {
        if (values[i] != Carried.UNKNOWN) {
          all.get(i).restore(values[i]);
        }
      } catch (Throwable failure) {
        report(failure, all.get(i));
      }
    }
  }

  private void report(Throwable failure, ContextCarrier<Object> carrier) {
    if (Failures.isFatal(failure)) {
      throw Failures.sneak(failure);
    }
    ExceptionContext context = new ExceptionContext("a context carrier failed", failure, carrier);
    if (loop.isOnThisThread()) {
      loop.report(context);
    } else if (!loop.post(() -> loop.report(context), Context.empty())) {
      LoggingHandler.log(context.message(), failure);
    }
  }
}
