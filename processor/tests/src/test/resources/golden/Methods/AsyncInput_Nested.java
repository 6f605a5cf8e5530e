package golden.methods;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.GeneratorMachine;
import dev.fermata.machine.Machine;
import java.util.Iterator;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the {@code @Async} methods of {@link Input.Nested}.
 */
@Generated("dev.fermata.processor.FermataProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty",
        "exports", "fallthrough", "finally", "identity", "lossy-conversions",
        "missing-explicit-ctor", "overloads", "overrides", "preview", "rawtypes", "removal",
        "restricted", "serial", "static", "strictfp", "synchronization", "this-escape", "try",
        "unchecked", "varargs"})
class AsyncInput_Nested extends Input.Nested {
  private static final Body SIZE$BODY = Body.of(Input.Nested.class, "size", "Input.java", 67, 0, 70)
      .lines("56:68 63:70 65:70 76:70 83:0");

  private static final Body EACH$BODY = Body.of(Input.Nested.class, "each", "Input.java", 79, 0, 81,
      81)
      .lines("105:80 113:81 124:81 138:0");

  private static final Body NOTHING$BODY = Body.of(Input.Nested.class, "nothing", "Input.java", 87)
      .lines("154:0");

  @Override
  Coroutine<Integer> size(List<? extends Coroutine<String>> texts) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(SIZE$BODY, () -> super.size(texts));
    }
    return new Size$Frame(texts);
  }

  private Object size$step(Size$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    if (failure != null) {
      throw failure;
    }
    List<? extends Coroutine<String>> texts = frame.texts;
    int size = frame.size;
    Iterator<? extends Coroutine<String>> iterator = frame.iterator;
    int old = frame.old;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          size = 0;
          iterator = texts.iterator();
        case 1: {
          if (!iterator.hasNext()) {
            return size;
          }
          Coroutine<String> text = iterator.next();
          old = size;
          // line 70
          awaited = execution.await(text, frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 2;
            frame.texts = null;
            frame.size = size;
            frame.iterator = iterator;
            frame.old = old;
            return Machine.SUSPENDED;
          }
        }
        case 2:
          size = old + ((String) awaited).length();
          state = 1;
          continue;
        default:
          throw frame.illegalState();
      }
    }
  }

  @SafeVarargs
  static <T> AsyncGenerator<T> each(Coroutine<? extends T>... all) {
    if (Bodies.ORIGINAL) {
      return Bodies.generator(EACH$BODY, () -> Input.Nested.each(all));
    }
    return GeneratorMachine.generator(new Each$Frame<>(all));
  }

  private static <T> Object each$step(Each$Frame<T> frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Coroutine<? extends T>[] all = frame.all;
    Coroutine<? extends T>[] elements = frame.elements;
    int index = frame.index;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          elements = all;
          index = 0;
        case 1: {
          if (!(index < elements.length)) {
            return null;
          }
          Coroutine<? extends T> one = elements[index];
          // line 81
          awaited = execution.await(one, frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 2;
            frame.all = null;
            frame.elements = elements;
            frame.index = index;
            return Machine.SUSPENDED;
          }
        }
        case 2:
          // line 81
          frame.emit((T) awaited);
          frame.state = 3;
          frame.all = null;
          frame.elements = elements;
          frame.index = index;
          return Machine.EMITTED;
        case 3:
          index = index + 1;
          state = 1;
          continue;
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  AsyncGenerator<String> nothing() {
    if (Bodies.ORIGINAL) {
      return Bodies.generator(NOTHING$BODY, () -> super.nothing());
    }
    return GeneratorMachine.generator(new Nothing$Frame());
  }

  private Object nothing$step(Nothing$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    return null;
  }

  private final class Size$Frame extends CoroutineMachine<Integer> {
    private List<? extends Coroutine<String>> texts;

    private int size;

    private Iterator<? extends Coroutine<String>> iterator;

    private int old;

    Size$Frame(List<? extends Coroutine<String>> texts) {
      this.texts = texts;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return size$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      texts = null;
      iterator = null;
    }

    @Override
    protected Body body() {
      return SIZE$BODY;
    }
  }

  private static final class Each$Frame<T> extends GeneratorMachine<T> {
    private Coroutine<? extends T>[] all;

    private Coroutine<? extends T>[] elements;

    private int index;

    Each$Frame(Coroutine<? extends T>[] all) {
      this.all = all;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return each$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      all = null;
      elements = null;
    }

    @Override
    protected Body body() {
      return EACH$BODY;
    }
  }

  private final class Nothing$Frame extends GeneratorMachine<String> {
    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return nothing$step(this, execution, awaited, failure);
    }

    @Override
    protected Body body() {
      return NOTHING$BODY;
    }
  }
}
