package golden.blocks;

import static dev.fermata.Coroutines.async;
import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.start;

import dev.fermata.Coroutine;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import dev.fermata.machine.Resources;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the {@code @Async} methods of {@link Input}.
 */
@Generated("dev.fermata.processor.FermataProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty",
        "exports", "fallthrough", "finally", "identity", "lossy-conversions",
        "missing-explicit-ctor", "overloads", "overrides", "preview", "rawtypes", "removal",
        "restricted", "serial", "static", "strictfp", "synchronization", "this-escape", "try",
        "unchecked", "varargs"})
abstract class AsyncInput extends Input {
  private static final Body BOTH$ASYNC1$BODY = Body.of(Input.class, "both", "Input.java", 22, 23,
      24)
      .lines("62:23 68:23 70:24 78:24 82:0");

  private static final Body BOTH$BODY = Body.of(Input.class, "both", "Input.java", 18, 26, 27)
      .lines("95:20 98:26 107:26 109:27 119:27 123:0");

  private static final Body TOTAL$ASYNC1$BODY = Body.of(Input.class, "total", "Input.java", 37, 38,
      39, 0)
      .lines("146:38 152:38 156:39 158:39 166:39 173:0");

  private static final Body TOTAL$BODY = Body.of(Input.class, "total", "Input.java", 31, 0, 0, 33)
      .lines("191:32 196:34 205:33 213:44 227:0");

  @Override
  Coroutine<Integer> both(String one, String other) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(BOTH$BODY, () -> super.both(one, other));
    }
    return new Both$Frame(one, other);
  }

  private Object both$async1$step(Both$async1$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String one = frame.one;
    int size = frame.size;
    switch (frame.state) {
      case 0:
        // line 23
        awaited = execution.await(size(one), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          return Machine.SUSPENDED;
        }
      case 1:
        size = (Integer) awaited;
        // line 24
        awaited = execution.await(size(one + size), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 2;
          frame.one = null;
          frame.size = size;
          return Machine.SUSPENDED;
        }
      case 2:
        return size + (Integer) awaited;
      default:
        throw frame.illegalState();
    }
  }

  private Object both$step(Both$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String one = frame.one;
    String other = frame.other;
    Task<Integer> first = frame.first;
    int second = frame.second;
    switch (frame.state) {
      case 0:
        first = start(
            new Both$async1$Frame(one));
        // line 26
        awaited = execution.await(size(other), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.one = null;
          frame.other = null;
          frame.first = first;
          return Machine.SUSPENDED;
        }
      case 1:
        second = (Integer) awaited;
        // line 27
        awaited = execution.await(first, frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 2;
          frame.one = null;
          frame.other = null;
          frame.first = null;
          frame.second = second;
          return Machine.SUSPENDED;
        }
      case 2:
        return second + (Integer) awaited;
      default:
        throw frame.illegalState();
    }
  }

  @Override
  Coroutine<Integer> total(List<String> names) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(TOTAL$BODY, () -> total$direct(names));
    }
    return new Total$Frame(names);
  }

  private Object total$async1$step(Total$async1$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    int[] total = frame.total;
    int old = frame.old;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          // line 38
          awaited = execution.await(size(name), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 1;
            return Machine.SUSPENDED;
          }
        case 1:
          if (!((Integer) awaited > 0)) {
            state = 3;
            continue;
          }
          old = total[0];
          // line 39
          awaited = execution.await(size(name + "'"), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 2;
            frame.name = null;
            frame.old = old;
            return Machine.SUSPENDED;
          }
        case 2:
          total[0] = old + (Integer) awaited;
        case 3:
          return null;
        default:
          throw frame.illegalState();
      }
    }
  }

  private Object total$step(Total$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    List<String> names = frame.names;
    int[] total = frame.total;
    TaskGroup group = null;
    Throwable failure$2 = null;
    int state = frame.state;
    while (true) {
      try {
        if (failure != null) {
          Throwable thrown = failure;
          failure = null;
          throw thrown;
        }
        switch (state) {
          case 0:
            total = new int[1];
            group = TaskGroup.open();
            state = 1;
          case 1: {
            final int[] total$final = total;
            for (String name : names) {
              group.start(
                  new Total$async1$Frame(name, total));
            }
            failure$2 = null;
            state = 2;
          }
          case 2:
            // line 33
            awaited = execution.await(Resources.exit(group, failure$2), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 3;
              frame.names = null;
              frame.total = total;
              return Machine.SUSPENDED;
            }
          case 3:
            return total[0];
          default:
            throw frame.illegalState();
        }
      } catch (Throwable thrown) {
        switch (state) {
          case 1 -> {
            failure$2 = thrown;
            state = 2;
          }
          default -> throw thrown;
        }
      }
    }
  }

  private Coroutine<Integer> total$direct(List<String> names) throws Throwable {
    int[] total = new int[1];
    { var group = TaskGroup.open(); Throwable failure$1 = null; try { {
      for (String name : names) {
        group.start(
            async(
                () -> {
                  if (await(size(name)) > 0) {
                    total[0] += await(size(name + "'"));
                  }
                }));
      }
    } } catch (Throwable thrown$1) { failure$1 = thrown$1; throw thrown$1; } finally { Bodies.exit(group, failure$1); } }
    return done(total[0]);
  }

  private final class Both$async1$Frame extends CoroutineMachine<Integer> {
    private String one;

    private int size;

    Both$async1$Frame(String one) {
      this.one = one;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return both$async1$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      one = null;
    }

    @Override
    protected Body body() {
      return BOTH$ASYNC1$BODY;
    }
  }

  private final class Both$Frame extends CoroutineMachine<Integer> {
    private String one;

    private String other;

    private Task<Integer> first;

    private int second;

    Both$Frame(String one, String other) {
      this.one = one;
      this.other = other;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return both$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      one = null;
      other = null;
      first = null;
    }

    @Override
    protected Body body() {
      return BOTH$BODY;
    }
  }

  private final class Total$async1$Frame extends CoroutineMachine<Void> {
    private String name;

    private int[] total;

    private int old;

    Total$async1$Frame(String name, int[] total) {
      this.name = name;
      this.total = total;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return total$async1$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
      total = null;
    }

    @Override
    protected Body body() {
      return TOTAL$ASYNC1$BODY;
    }
  }

  private final class Total$Frame extends CoroutineMachine<Integer> {
    private List<String> names;

    private int[] total;

    Total$Frame(List<String> names) {
      this.names = names;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return total$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      names = null;
      total = null;
    }

    @Override
    protected Body body() {
      return TOTAL$BODY;
    }
  }
}
