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
      .lines("52:68 59:70 61:70 72:70 79:0");

  private static final Body NOTHING$BODY = Body.of(Input.Nested.class, "nothing", "Input.java", 76)
      .lines("95:0");

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
