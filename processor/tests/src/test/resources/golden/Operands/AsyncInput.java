package golden.operands;

import dev.fermata.Coroutine;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import java.util.Map;
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
  private static final Body ORDER$BODY = Body.of(Input.class, "order", "Input.java", 19, 21, 22, 23,
      23)
      .lines("57:21 58:21 59:21 61:21 70:21 73:22 81:22 83:23 90:23 91:23 93:23 103:23 107:0");

  private static final Body CONDITIONS$BODY = Body.of(Input.class, "conditions", "Input.java", 27,
      28, 28, 0, 0, 29, 0, 0, 30, 0, 0)
      .lines("131:28 136:28 142:28 147:28 153:28 160:28 162:29 167:29 175:29 177:29 179:30 184:30 193:30 197:31 205:33 210:0");

  private static final Body CREATION$BODY = Body.of(Input.class, "creation", "Input.java", 37, 38,
      38, 39, 0, 42)
      .lines("234:38 240:38 242:38 249:38 256:39 267:39 271:40 274:42 284:42 289:0");

  @Override
  Coroutine<Integer> order(Map<String, Integer> known) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(ORDER$BODY, () -> super.order(known));
    }
    return new Order$Frame(known);
  }

  private Object order$step(Order$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Map<String, Integer> known = frame.known;
    int[] numbers$2 = frame.numbers$2;
    int next$2 = frame.next$2;
    int old = frame.old;
    int next$3 = frame.next$3;
    int getOrDefault = frame.getOrDefault;
    int[] numbers$3 = frame.numbers$3;
    switch (frame.state) {
      case 0:
        // The target, the index and the old value come before what is awaited.
        numbers$2 = numbers;
        next$2 = next();
        old = numbers$2[next$2];
        // line 21
        awaited = execution.await(ask("how many?"), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.numbers$2 = numbers$2;
          frame.next$2 = next$2;
          frame.old = old;
          return Machine.SUSPENDED;
        }
      case 1:
        numbers$2[next$2] = old + ((Integer) awaited * next());
        next$3 = next();
        // line 22
        awaited = execution.await(ask("more?"), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 2;
          frame.numbers$2 = null;
          frame.next$3 = next$3;
          return Machine.SUSPENDED;
        }
      case 2:
        count = next$3 + (Integer) awaited;
        // line 23
        awaited = execution.await(ask("key?"), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 3;
          frame.numbers$2 = null;
          return Machine.SUSPENDED;
        }
      case 3:
        getOrDefault = known.getOrDefault("key", (Integer) awaited);
        numbers$3 = numbers;
        // line 23
        awaited = execution.await(ask("index?"), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 4;
          frame.known = null;
          frame.numbers$2 = null;
          frame.getOrDefault = getOrDefault;
          frame.numbers$3 = numbers$3;
          return Machine.SUSPENDED;
        }
      case 4:
        return getOrDefault + numbers$3[(Integer) awaited]--;
      default:
        throw frame.illegalState();
    }
  }

  @Override
  Coroutine<Boolean> conditions(Integer limit) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(CONDITIONS$BODY, () -> super.conditions(limit));
    }
    return new Conditions$Frame(limit);
  }

  private Object conditions$step(Conditions$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Integer limit = frame.limit;
    boolean enough = frame.enough;
    boolean condition = false;
    int answer = frame.answer;
    int choice = 0;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          if (!(limit != null)) {
            state = 3;
            continue;
          }
          // line 28
          awaited = execution.await(ask("now?"), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 1;
            return Machine.SUSPENDED;
          }
        case 1:
          if ((Integer) awaited > limit) {
            state = 9;
            continue;
          }
          // line 28
          awaited = execution.await(ask("later?"), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 2;
            return Machine.SUSPENDED;
          }
        case 2:
          if ((Integer) awaited > limit) {
            state = 9;
            continue;
          }
        case 3:
          condition = false;
        case 4:
          enough = condition;
          if (enough) {
            choice = next();
            state = 6;
            continue;
          }
          // line 29
          awaited = execution.await(ask("else?"), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 5;
            frame.limit = null;
            frame.enough = enough;
            return Machine.SUSPENDED;
          }
        case 5:
          choice = (Integer) awaited;
        case 6:
          answer = choice;
        case 7:
          if (!(answer > 0)) {
            state = 10;
            continue;
          }
          // line 30
          awaited = execution.await(ask("still?"), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 8;
            frame.limit = null;
            frame.enough = enough;
            frame.answer = answer;
            return Machine.SUSPENDED;
          }
        case 8:
          if (!((Integer) awaited > 0)) {
            state = 10;
            continue;
          }
          answer--;
          state = 7;
          continue;
        case 9:
          condition = true;
          state = 4;
          continue;
        case 10:
          return answer == 0 ? enough : !enough;
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  Coroutine<String> creation(Object value) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(CREATION$BODY, () -> super.creation(value));
    }
    return new Creation$Frame(value);
  }

  private Object creation$step(Creation$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Object value = frame.value;
    Integer number = frame.number;
    StringBuilder text = frame.text;
    StringBuilder created = frame.created;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          // line 38
          awaited = execution.await(ask("capacity?"), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 1;
            return Machine.SUSPENDED;
          }
        case 1:
          created = new StringBuilder((Integer) awaited);
          // line 38
          awaited = execution.await(ask("two?"), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 2;
            frame.created = created;
            return Machine.SUSPENDED;
          }
        case 2: {
          text = created.append(new int[] {1, (Integer) awaited});
          if (!(value instanceof Integer number$bound)) {
            state = 4;
            continue;
          }
          number = number$bound;
          // line 39
          awaited = execution.await(ask("sure?"), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 3;
            frame.value = null;
            frame.number = number;
            frame.text = text;
            frame.created = null;
            return Machine.SUSPENDED;
          }
        }
        case 3:
          if (!((Integer) awaited == number)) {
            state = 4;
            continue;
          }
          text.append(number);
        case 4:
          // line 42
          awaited = execution.await(ask("last?"), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 5;
            frame.value = null;
            frame.number = null;
            frame.text = text;
            frame.created = null;
            return Machine.SUSPENDED;
          }
        case 5:
          return String.format("%s %d", text, (Integer) awaited);
        default:
          throw frame.illegalState();
      }
    }
  }

  private final class Order$Frame extends CoroutineMachine<Integer> {
    private Map<String, Integer> known;

    private int[] numbers$2;

    private int next$2;

    private int old;

    private int next$3;

    private int getOrDefault;

    private int[] numbers$3;

    Order$Frame(Map<String, Integer> known) {
      this.known = known;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return order$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      known = null;
      numbers$2 = null;
      numbers$3 = null;
    }

    @Override
    protected Body body() {
      return ORDER$BODY;
    }
  }

  private final class Conditions$Frame extends CoroutineMachine<Boolean> {
    private Integer limit;

    private boolean enough;

    private int answer;

    Conditions$Frame(Integer limit) {
      this.limit = limit;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return conditions$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      limit = null;
    }

    @Override
    protected Body body() {
      return CONDITIONS$BODY;
    }
  }

  private final class Creation$Frame extends CoroutineMachine<String> {
    private Object value;

    private Integer number;

    private StringBuilder text;

    private StringBuilder created;

    Creation$Frame(Object value) {
      this.value = value;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return creation$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      value = null;
      number = null;
      text = null;
      created = null;
    }

    @Override
    protected Body body() {
      return CREATION$BODY;
    }
  }
}
