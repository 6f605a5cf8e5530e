package golden.switches;

import dev.fermata.Coroutine;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
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
  private static final Body NAME$BODY = Body.of(Input.class, "name", "Input.java", 19, 22, 0, 24)
      .lines("50:21 53:22 64:24 74:27 83:22 85:20 87:29 90:24 99:0");

  private static final Body COUNT$BODY = Body.of(Input.class, "count", "Input.java", 34, 38, 0, 0,
      46)
      .lines("121:35 126:38 142:44 146:46 157:38 159:41 161:48 163:46 170:0");

  private static final Body SIZE$BODY = Body.of(Input.class, "size", "Input.java", 53, 55, 0)
      .lines("191:55 197:55 199:56 204:57 209:58 215:55 220:0");

  @Override
  Coroutine<String> name(Input.Color color) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(NAME$BODY, () -> super.name(color));
    }
    return new Name$Frame(color);
  }

  private Object name$step(Name$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Input.Color color = frame.color;
    String chosen = null;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          switch (color) {
            case RED: {
              // line 22
              awaited = execution.await(ask("red?"), frame);
              if (awaited == Machine.SUSPENDED) {
                frame.state = 1;
                frame.color = null;
                return Machine.SUSPENDED;
              }
              state = 1;
              continue;
            }
            case GREEN: {
              // line 24
              awaited = execution.await(ask("green?"), frame);
              if (awaited == Machine.SUSPENDED) {
                frame.state = 3;
                frame.color = null;
                return Machine.SUSPENDED;
              }
              state = 3;
              continue;
            }
            case BLUE: {
              chosen = "b";
              state = 2;
              continue;
            }
            default: {
              throw new IncompatibleClassChangeError();
            }
          }
        case 1:
          chosen = "r" + (Integer) awaited;
        case 2: {
          String name =
              chosen;
          return name;
        }
        case 3: {
          int shade = (Integer) awaited;
          chosen = shade > 3 ? "dark" : "light";
          state = 2;
          continue;
        }
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  Coroutine<Integer> count(String text) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(COUNT$BODY, () -> super.count(text));
    }
    return new Count$Frame(text);
  }

  private Object count$step(Count$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String text = frame.text;
    int count = frame.count;
    int old = frame.old;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          count = 0;
          switch (text) {
            case "two": {
              old = count;
              // line 38
              awaited = execution.await(ask("second?"), frame);
              if (awaited == Machine.SUSPENDED) {
                frame.state = 1;
                frame.text = null;
                frame.count = count;
                frame.old = old;
                return Machine.SUSPENDED;
              }
              state = 1;
              continue;
            }
            case "one": {
              state = 2;
              continue;
            }
            case "none": {
              return 0;
            }
            default: {
              // line 46
              awaited = execution.await(ask(text), frame);
              if (awaited == Machine.SUSPENDED) {
                frame.state = 4;
                frame.text = null;
                return Machine.SUSPENDED;
              }
              state = 4;
              continue;
            }
          }
        case 1:
          count = old + (Integer) awaited;
        case 2:
          count++;
        case 3:
          return count;
        case 4:
          count = (Integer) awaited;
          state = 3;
          continue;
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  Coroutine<String> size() {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(SIZE$BODY, () -> super.size());
    }
    return new Size$Frame();
  }

  private Object size$step(Size$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String chosen = null;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          // line 55
          awaited = execution.await(ask("size?"), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 1;
            return Machine.SUSPENDED;
          }
        case 1:
          switch ((Integer) awaited) {
            case 0: {
              chosen = "none";
              state = 2;
              continue;
            }
            case 1, 2, 3: {
              chosen = "some";
              state = 2;
              continue;
            }
            default: {
              chosen = "many";
              state = 2;
              continue;
            }
          }
        case 2:
          return chosen;
        default:
          throw frame.illegalState();
      }
    }
  }

  private final class Name$Frame extends CoroutineMachine<String> {
    private Input.Color color;

    Name$Frame(Input.Color color) {
      this.color = color;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return name$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      color = null;
    }

    @Override
    protected Body body() {
      return NAME$BODY;
    }
  }

  private final class Count$Frame extends CoroutineMachine<Integer> {
    private String text;

    private int count;

    private int old;

    Count$Frame(String text) {
      this.text = text;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return count$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      text = null;
    }

    @Override
    protected Body body() {
      return COUNT$BODY;
    }
  }

  private final class Size$Frame extends CoroutineMachine<String> {
    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return size$step(this, execution, awaited, failure);
    }

    @Override
    protected Body body() {
      return SIZE$BODY;
    }
  }
}
