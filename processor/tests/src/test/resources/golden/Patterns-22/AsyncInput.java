package golden.patterns;

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
  private static final Body AREA$BODY = Body.of(Input.class, "area", "Input.java", 19, 0, 23, 22, 0)
      .lines("52:21 58:22 60:22 75:23 88:24 98:23 99:23 107:22 109:21 114:0");

  private static final Body TEXT$BODY = Body.of(Input.class, "text", "Input.java", 29, 34, 40, 36,
      0)
      .lines("137:30 139:31 145:34 156:36 167:38 173:40 180:40 190:40 194:41 196:36 198:43 203:0");

  @Override
  Coroutine<Integer> area(Input.Shape shape) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(AREA$BODY, () -> super.area(shape));
    }
    return new Area$Frame(shape);
  }

  private Object area$step(Area$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Input.Shape shape = frame.shape;
    int radius = frame.radius;
    int side = frame.side;
    Integer chosen = null;
    Input.Shape selector = frame.selector;
    int from = 0;
    int operand = frame.operand;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          selector = shape;
          from = 0;
        case 1: {
          final int from$final = from;
          switch (selector) {
            case Input.Circle(int radius$2) when from$final <= 0: {
              operand = 3 * radius$2;
              // line 22
              awaited = execution.await(ask("how round?"), frame);
              if (awaited == Machine.SUSPENDED) {
                frame.state = 3;
                frame.shape = null;
                frame.selector = null;
                frame.operand = operand;
                return Machine.SUSPENDED;
              }
              state = 3;
              continue;
            }
            case Input.Box(Input.Circle(int radius$bound), int side$bound) when from$final <= 1: {
              radius = radius$bound;
              side = side$bound;
              // line 23
              awaited = execution.await(ask("how large?"), frame);
              if (awaited == Machine.SUSPENDED) {
                frame.state = 2;
                frame.shape = null;
                frame.radius = radius;
                frame.side = side;
                frame.selector = selector;
                return Machine.SUSPENDED;
              }
              state = 2;
              continue;
            }
            case Input.Box box when from$final <= 2: {
              chosen = box.side() * box.side();
              state = 4;
              continue;
            }
            default: {
              throw new MatchException(null, null);
            }
          }
        }
        case 2:
          if (radius > (Integer) awaited) {
            chosen = side;
            state = 4;
            continue;
          }
          from = 2;
          state = 1;
          continue;
        case 3:
          chosen = operand * (Integer) awaited;
        case 4:
          return chosen;
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  Coroutine<String> text(Object value) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(TEXT$BODY, () -> super.text(value));
    }
    return new Text$Frame(value);
  }

  private Object text$step(Text$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Object value = frame.value;
    String text = frame.text;
    Input.Shape inner = frame.inner;
    int side = frame.side;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          switch (value) {
            case null: {
              {
                return "nothing";
              }
            }
            case Integer number when number > 3: {
              // line 34
              awaited = execution.await(ask("number?"), frame);
              if (awaited == Machine.SUSPENDED) {
                frame.state = 1;
                return Machine.SUSPENDED;
              }
              state = 1;
              continue;
            }
            case String text$bound: {
              text = text$bound;
              // line 36
              awaited = execution.await(ask(text), frame);
              if (awaited == Machine.SUSPENDED) {
                frame.state = 3;
                frame.value = null;
                frame.text = text;
                return Machine.SUSPENDED;
              }
              state = 3;
              continue;
            }
            default: {
              {}
              state = 1;
              continue;
            }
          }
        case 1: {
          if (!(value instanceof Input.Box(Input.Box(var inner$bound, int side$bound), _))) {
            state = 4;
            continue;
          }
          inner = inner$bound;
          side = side$bound;
          // line 40
          awaited = execution.await(ask("deep?"), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 2;
            frame.value = null;
            frame.inner = inner;
            frame.side = side;
            return Machine.SUSPENDED;
          }
        }
        case 2:
          if (!((Integer) awaited > side)) {
            state = 4;
            continue;
          }
          return inner.toString();
        case 3:
          return text + (Integer) awaited;
        case 4:
          return "else";
        default:
          throw frame.illegalState();
      }
    }
  }

  private final class Area$Frame extends CoroutineMachine<Integer> {
    private Input.Shape shape;

    private int radius;

    private int side;

    private Input.Shape selector;

    private int operand;

    Area$Frame(Input.Shape shape) {
      this.shape = shape;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return area$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      shape = null;
      selector = null;
    }

    @Override
    protected Body body() {
      return AREA$BODY;
    }
  }

  private final class Text$Frame extends CoroutineMachine<String> {
    private Object value;

    private String text;

    private Input.Shape inner;

    private int side;

    Text$Frame(Object value) {
      this.value = value;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return text$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      value = null;
      text = null;
      inner = null;
    }

    @Override
    protected Body body() {
      return TEXT$BODY;
    }
  }
}
