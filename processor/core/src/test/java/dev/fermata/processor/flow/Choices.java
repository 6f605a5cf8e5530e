package dev.fermata.processor.flow;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What bodies call: each call may throw, and a condition may be true or false. */
public abstract class Choices {
  private Plan plan = new Plan(0);
  private String last = "nothing";

  final void begin(Plan next) {
    plan = next;
  }

  final String last() {
    return last;
  }

  /** A mark. */
  protected final void mark(String name) {
    last = name;
    mayThrow();
  }

  /** A condition that is a mark. */
  protected final boolean is(String name) {
    boolean value = plan.choose();
    mark(name);
    return value;
  }

  /** A text that is a mark. */
  protected final String text(String name) {
    mark(name);
    return name;
  }

  /** A number that is a mark. */
  protected final int number(String name) {
    mark(name);
    return 0;
  }

  /** A condition. */
  protected final boolean c() {
    boolean value = plan.choose();
    mayThrow();
    return value;
  }

  /** One of three numbers. */
  protected final int n() {
    int value = plan.choose() ? 0 : plan.choose() ? 1 : 2;
    mayThrow();
    return value;
  }

  /** Some elements. */
  protected final Iterable<String> some() {
    mayThrow();
    return () ->
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return c();
          }

          @Override
          public String next() {
            return "element";
          }
        };
  }

  /** A resource, whose closing may throw. */
  protected final AutoCloseable resource() {
    mayThrow();
    return new Resource();
  }

  private void mayThrow() {
    if (plan.choose()) {
      throw new IllegalStateException("chosen");
    }
  }

  private final class Resource implements AutoCloseable {
    @Override
    public void close() {
      mayThrow();
    }
  }

  /** All sequences of choices up to a length, one after the other. */
  static final class Plan {
    private final int depth;
    private final List<Boolean> taken = new ArrayList<>();
    private int position;
    private boolean hasNext = true;
    private boolean wasEnough = true;

    Plan(int depth) {
      this.depth = depth;
    }

    boolean choose() {
      if (position == depth) {
        wasEnough = false;
        throw new IllegalStateException("the run is longer than planned");
      }
      if (position == taken.size()) {
        taken.add(false);
      }
      return taken.get(position++);
    }

    /** Whether the run has not needed more choices; if it has, it says nothing. */
    boolean wasEnough() {
      return wasEnough;
    }

    boolean hasNext() {
      return hasNext;
    }

    /** A run has ended: the next one chooses otherwise. */
    void end() {
      position = 0;
      wasEnough = true;
      while (!taken.isEmpty() && taken.get(taken.size() - 1)) {
        taken.remove(taken.size() - 1);
      }
      hasNext = !taken.isEmpty();
      if (hasNext) {
        taken.set(taken.size() - 1, true);
      }
    }
  }
}
