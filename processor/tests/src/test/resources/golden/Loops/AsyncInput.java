package golden.loops;

import dev.fermata.Coroutine;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
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
  private static final Body TOTAL$BODY = Body.of(Input.class, "total", "Input.java", 16, 0, 20)
      .lines("60:17 64:22 68:20 70:20 81:20 88:0");

  private static final Body LABELS$BODY = Body.of(Input.class, "labels", "Input.java", 27, 0, 30)
      .lines("112:28 121:30 132:30 134:31 143:0");

  private static final Body LARGEST$BODY = Body.of(Input.class, "largest", "Input.java", 37, 0, 0,
      43, 0, 0)
      .lines("169:38 171:41 173:41 177:42 180:43 190:43 195:47 199:50 203:41 208:57 210:42 217:0");

  private static final Body ATTEMPTS$BODY = Body.of(Input.class, "attempts", "Input.java", 61, 0,
      63, 0, 68, 0)
      .lines("238:62 241:63 248:63 252:64 256:67 258:68 265:68 269:68 274:69 279:0");

  @Override
  Coroutine<Integer> total(List<String> names) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(TOTAL$BODY, () -> super.total(names));
    }
    return new Total$Frame(names);
  }

  private Object total$step(Total$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    List<String> names = frame.names;
    int total = frame.total;
    Iterator<String> iterator = frame.iterator;
    int old = frame.old;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          total = 0;
          iterator = names.iterator();
        case 1: {
          if (!iterator.hasNext()) {
            return total;
          }
          String name = iterator.next();
          // Nothing is added for what is missing.
          old = total;
          // line 20
          awaited = execution.await(size(name), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 2;
            frame.names = null;
            frame.total = total;
            frame.iterator = iterator;
            frame.old = old;
            return Machine.SUSPENDED;
          }
        }
        case 2:
          total = old + (Integer) awaited;
          state = 1;
          continue;
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  Coroutine<List<Supplier<String>>> labels(String[] names) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(LABELS$BODY, () -> super.labels(names));
    }
    return new Labels$Frame(names);
  }

  private Object labels$step(Labels$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String[] names = frame.names;
    List<Supplier<String>> labels = frame.labels;
    String[] elements = frame.elements;
    int index = frame.index;
    String name = frame.name;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          labels = new ArrayList<>();
          elements = names;
          index = 0;
        case 1:
          if (!(index < elements.length)) {
            return labels;
          }
          name = elements[index];
          // line 30
          awaited = execution.await(size(name), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 2;
            frame.names = null;
            frame.labels = labels;
            frame.elements = elements;
            frame.index = index;
            frame.name = name;
            return Machine.SUSPENDED;
          }
        case 2: {
          int size = (Integer) awaited;
          final String name$final = name;
          labels.add(() -> name$final + ": " + size);
          index = index + 1;
          state = 1;
          continue;
        }
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  Coroutine<String> largest(List<String> names, int limit) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(LARGEST$BODY, () -> super.largest(names, limit));
    }
    return new Largest$Frame(names, limit);
  }

  private Object largest$step(Largest$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    List<String> names = frame.names;
    int limit = frame.limit;
    String largest = frame.largest;
    int most = frame.most;
    int i = frame.i;
    int attempt = frame.attempt;
    int state = frame.state;
    machine:
    while (true) {
      switch (state) {
        case 0:
          largest = "";
          most = 0;
          i = 0;
        case 1:
          if (!(i < names.size())) {
            state = 4;
            continue;
          }
          attempt = 1;
        case 2:
          // line 43
          awaited = execution.await(size(names.get(i)), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 3;
            frame.largest = largest;
            frame.most = most;
            frame.i = i;
            frame.attempt = attempt;
            return Machine.SUSPENDED;
          }
        case 3: {
          int size = (Integer) awaited;
          if (size > limit) {
            state = 4;
            continue machine;
          }
          if (size < 0 && attempt < 3) {
            state = 5;
            continue machine;
          }
          if (size > most) {
            most = size;
            largest = names.get(i);
          }
          i++;
          state = 1;
          continue;
        }
        case 4:
          return largest;
        case 5:
          attempt++;
          state = 2;
          continue;
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  Coroutine<Integer> attempts(String name) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(ATTEMPTS$BODY, () -> super.attempts(name));
    }
    return new Attempts$Frame(name);
  }

  private Object attempts$step(Attempts$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    int attempts = frame.attempts;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          attempts = 0;
        case 1:
          // line 63
          awaited = execution.await(size(name), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 2;
            frame.attempts = attempts;
            return Machine.SUSPENDED;
          }
        case 2:
          if (!((Integer) awaited == 0)) {
            state = 3;
            continue;
          }
          attempts++;
          state = 1;
          continue;
        case 3:
          attempts++;
          // line 68
          awaited = execution.await(size(name), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 4;
            frame.attempts = attempts;
            return Machine.SUSPENDED;
          }
        case 4:
          if (!((Integer) awaited > 0)) {
            state = 5;
            continue;
          }
          if (attempts < 10) {
            state = 3;
            continue;
          }
        case 5:
          return attempts;
        default:
          throw frame.illegalState();
      }
    }
  }

  private final class Total$Frame extends CoroutineMachine<Integer> {
    private List<String> names;

    private int total;

    private Iterator<String> iterator;

    private int old;

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
      iterator = null;
    }

    @Override
    protected Body body() {
      return TOTAL$BODY;
    }
  }

  private final class Labels$Frame extends CoroutineMachine<List<Supplier<String>>> {
    private String[] names;

    private List<Supplier<String>> labels;

    private String[] elements;

    private int index;

    private String name;

    Labels$Frame(String[] names) {
      this.names = names;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return labels$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      names = null;
      labels = null;
      elements = null;
      name = null;
    }

    @Override
    protected Body body() {
      return LABELS$BODY;
    }
  }

  private final class Largest$Frame extends CoroutineMachine<String> {
    private List<String> names;

    private int limit;

    private String largest;

    private int most;

    private int i;

    private int attempt;

    Largest$Frame(List<String> names, int limit) {
      this.names = names;
      this.limit = limit;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return largest$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      names = null;
      largest = null;
    }

    @Override
    protected Body body() {
      return LARGEST$BODY;
    }
  }

  private final class Attempts$Frame extends CoroutineMachine<Integer> {
    private String name;

    private int attempts;

    Attempts$Frame(String name) {
      this.name = name;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return attempts$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
    }

    @Override
    protected Body body() {
      return ATTEMPTS$BODY;
    }
  }
}
