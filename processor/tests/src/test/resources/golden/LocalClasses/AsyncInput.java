package golden.locals;

import dev.fermata.Coroutine;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
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
  private static final Body SMALLEST$BODY = Body.of(Input.class, "smallest", "Input.java", 16, 0,
      21)
      .lines("57:19 63:21 75:23 78:21 85:0");

  private static final Body COUNTED$BODY = Body.of(Input.class, "counted", "Input.java", 28, 29, 41)
      .lines("106:29 112:29 114:39 117:41 127:42 132:0");

  private static final Body ANONYMOUS$BODY = Body.of(Input.class, "anonymous", "Input.java", 47, 53,
      60)
      .lines("153:49 155:53 164:53 172:60 182:61 187:0");

  @Override
  Coroutine<String> smallest(List<String> names) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(SMALLEST$BODY, () -> super.smallest(names));
    }
    return new Smallest$Frame(names);
  }

  private Object smallest$step(Smallest$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    List<String> names = frame.names;
    ArrayList<Smallest$Sized.Sized> sizes = frame.sizes;
    Iterator<String> iterator = frame.iterator;
    String name = frame.name;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          sizes = new ArrayList<Smallest$Sized.Sized>();
          iterator = names.iterator();
        case 1:
          if (iterator.hasNext()) {
            name = iterator.next();
            // line 21
            awaited = execution.await(size(name), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 2;
              frame.names = null;
              frame.sizes = sizes;
              frame.iterator = iterator;
              frame.name = name;
              return Machine.SUSPENDED;
            }
            state = 2;
            continue;
          }
          sizes.sort(Comparator.comparing(Smallest$Sized.Sized::size));
          return sizes.get(0).name();
        case 2:
          sizes.add(new Smallest$Sized.Sized(name, (Integer) awaited));
          state = 1;
          continue;
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  Coroutine<Integer> counted(String name) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(COUNTED$BODY, () -> super.counted(name));
    }
    return new Counted$Frame(name);
  }

  private Object counted$step(Counted$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    int step = frame.step;
    Counted$Counter.Counter counter = frame.counter;
    switch (frame.state) {
      case 0:
        // line 29
        awaited = execution.await(size(name), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          return Machine.SUSPENDED;
        }
      case 1: {
        step = (Integer) awaited;
        Counted$Counter counter$scope = new Counted$Counter(name);
        counter = counter$scope.new Counter();
        counter.add(step);
        // line 41
        awaited = execution.await(size(name), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 2;
          frame.name = null;
          frame.step = step;
          frame.counter = counter;
          return Machine.SUSPENDED;
        }
      }
      case 2:
        counter.add(step);
        return counter.count;
      default:
        throw frame.illegalState();
    }
  }

  @Override
  Coroutine<Integer> anonymous(String name) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(ANONYMOUS$BODY, () -> super.anonymous(name));
    }
    return new Anonymous$Frame(name);
  }

  private Object anonymous$step(Anonymous$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    Anonymous$point$Type.point$Type point = frame.point;
    Runnable move = frame.move;
    switch (frame.state) {
      case 0: {
        Anonymous$point$Type point$Type$scope = new Anonymous$point$Type();
        point = point$Type$scope.new point$Type();
        // line 53
        awaited = execution.await(size(name), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.name = null;
          frame.point = point;
          return Machine.SUSPENDED;
        }
      }
      case 1: {
        point.y = (Integer) awaited;
        final Anonymous$point$Type.point$Type point$final = point;
        move = () -> {
          point$final.x++;
          point$final.y--;
        };
        move.run();
        // line 60
        awaited = execution.await(size("again"), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 2;
          frame.name = null;
          frame.point = point;
          frame.move = move;
          return Machine.SUSPENDED;
        }
      }
      case 2:
        move.run();
        return point.x + point.y;
      default:
        throw frame.illegalState();
    }
  }

  private final class Smallest$Frame extends CoroutineMachine<String> {
    private List<String> names;

    private ArrayList<Smallest$Sized.Sized> sizes;

    private Iterator<String> iterator;

    private String name;

    Smallest$Frame(List<String> names) {
      this.names = names;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return smallest$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      names = null;
      sizes = null;
      iterator = null;
      name = null;
    }

    @Override
    protected Body body() {
      return SMALLEST$BODY;
    }
  }

  private static final class Smallest$Sized {
    record Sized(String name, int size) {}
  }

  private final class Counted$Frame extends CoroutineMachine<Integer> {
    private String name;

    private int step;

    private Counted$Counter.Counter counter;

    Counted$Frame(String name) {
      this.name = name;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return counted$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
      counter = null;
    }

    @Override
    protected Body body() {
      return COUNTED$BODY;
    }
  }

  private final class Counted$Counter {
    private final String name;

    class Counter {
      final String text = name + "?";
      int count;

      /** Adds up. */
      void add(int number) {
        count += number + text.length();
      }
    }

    Counted$Counter(String name) {
      this.name = name;
    }
  }

  private final class Anonymous$Frame extends CoroutineMachine<Integer> {
    private String name;

    private Anonymous$point$Type.point$Type point;

    private Runnable move;

    Anonymous$Frame(String name) {
      this.name = name;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return anonymous$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
      point = null;
      move = null;
    }

    @Override
    protected Body body() {
      return ANONYMOUS$BODY;
    }
  }

  private final class Anonymous$point$Type {
    class point$Type extends Object {

      int x = 1;
      int y;
    }

    Anonymous$point$Type() {
    }
  }
}
