package golden.simple;

import dev.fermata.Coroutine;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
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
  private static final Body LENGTH$BODY = Body.of(Input.class, "length", "Input.java", 16, 18)
      .lines("55:18 62:18 68:0");

  private static final Body JOIN$BODY = Body.of(Input.class, "join", "Input.java", 24, 26, 26)
      .lines("89:25 91:26 98:26 100:26 109:26 113:0");

  private static final Body MEASURED$BODY = Body.of(Input.class, "measured", "Input.java", 31, 32)
      .lines("132:32 138:33 142:0");

  private static final Body CHECK$BODY = Body.of(Input.class, "check", "Input.java", 38, 42, 43, 0)
      .lines("164:39 168:42 174:42 180:43 187:43 191:44 198:0");

  private static final Body CHOOSE$BODY = Body.of(Input.class, "choose", "Input.java", 51, 52)
      .lines("216:52 217:52 220:52 227:52 231:0");

  @Override
  Coroutine<Integer> length(String name) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(LENGTH$BODY, () -> super.length(name));
    }
    return new Length$Frame(name);
  }

  private Object length$step(Length$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    switch (frame.state) {
      case 0:
        // The text is all that is needed.
        // line 18
        awaited = execution.await(read(name), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.name = null;
          return Machine.SUSPENDED;
        }
      case 1: {
        String text = (String) awaited;
        return text.length();
      }
      default:
        throw frame.illegalState();
    }
  }

  @Override
  Coroutine<String> join(List<String> names, int limit) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(JOIN$BODY, () -> super.join(names, limit));
    }
    return new Join$Frame(names, limit);
  }

  private Object join$step(Join$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    if (failure != null) {
      throw failure;
    }
    List<String> names = frame.names;
    int limit = frame.limit;
    String prefix = frame.prefix;
    String operand = frame.operand;
    switch (frame.state) {
      case 0:
        prefix = names.get(0);
        // line 26
        awaited = execution.await(read(names.get(1)), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.prefix = prefix;
          return Machine.SUSPENDED;
        }
      case 1:
        operand = prefix + (String) awaited + limit;
        // line 26
        awaited = execution.await(read(names.get(2)), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 2;
          frame.names = null;
          frame.prefix = null;
          frame.operand = operand;
          return Machine.SUSPENDED;
        }
      case 2:
        return operand + ((String) awaited).trim();
      default:
        throw frame.illegalState();
    }
  }

  @Override
  Coroutine<Integer> measured(String name) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(MEASURED$BODY, () -> super.measured(name));
    }
    return new Measured$Frame(name);
  }

  private Object measured$step(Measured$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    switch (frame.state) {
      case 0:
        // line 32
        awaited = execution.await(read("warm-up"), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          return Machine.SUSPENDED;
        }
      case 1:
        return execution.tail(length(name), frame);
      default:
        throw frame.illegalState();
    }
  }

  @Override
  Coroutine<Void> check(String name, boolean twice) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(CHECK$BODY, () -> super.check(name, twice));
    }
    return new Check$Frame(name, twice);
  }

  private Object check$step(Check$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    boolean twice = frame.twice;
    int size = frame.size;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          if (name.isEmpty()) {
            return null;
          }
          // line 42
          awaited = execution.await(length(name), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 1;
            return Machine.SUSPENDED;
          }
        case 1:
          size = (Integer) awaited;
          if (!twice) {
            state = 3;
            continue;
          }
          // line 43
          awaited = execution.await(length(name), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 2;
            frame.size = size;
            return Machine.SUSPENDED;
          }
        case 2:
          if (!(size != (Integer) awaited)) {
            state = 3;
            continue;
          }
          throw new IllegalStateException(name + " has changed");
        case 3:
          return null;
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  Coroutine<Integer> choose(String name) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(CHOOSE$BODY, () -> super.choose(name));
    }
    return new Choose$Frame(name);
  }

  private Object choose$step(Choose$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    switch (frame.state) {
      case 0:
        if (name.isEmpty()) {
          return 0;
        }
        // line 52
        awaited = execution.await(read(name), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.name = null;
          return Machine.SUSPENDED;
        }
      case 1:
        return execution.tail(length((String) awaited), frame);
      default:
        throw frame.illegalState();
    }
  }

  private final class Length$Frame extends CoroutineMachine<Integer> {
    private String name;

    Length$Frame(String name) {
      this.name = name;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return length$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
    }

    @Override
    protected Body body() {
      return LENGTH$BODY;
    }
  }

  private final class Join$Frame extends CoroutineMachine<String> {
    private List<String> names;

    private int limit;

    private String prefix;

    private String operand;

    Join$Frame(List<String> names, int limit) {
      this.names = names;
      this.limit = limit;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return join$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      names = null;
      prefix = null;
      operand = null;
    }

    @Override
    protected Body body() {
      return JOIN$BODY;
    }
  }

  private final class Measured$Frame extends CoroutineMachine<Integer> {
    private String name;

    Measured$Frame(String name) {
      this.name = name;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return measured$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
    }

    @Override
    protected Body body() {
      return MEASURED$BODY;
    }
  }

  private final class Check$Frame extends CoroutineMachine<Void> {
    private String name;

    private boolean twice;

    private int size;

    Check$Frame(String name, boolean twice) {
      this.name = name;
      this.twice = twice;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return check$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
    }

    @Override
    protected Body body() {
      return CHECK$BODY;
    }
  }

  private final class Choose$Frame extends CoroutineMachine<Integer> {
    private String name;

    Choose$Frame(String name) {
      this.name = name;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return choose$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
    }

    @Override
    protected Body body() {
      return CHOOSE$BODY;
    }
  }
}
