package golden.access;

import dev.fermata.Coroutine;
import dev.fermata.machine.Access;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
        "unchecked", "varargs", "UntransformedInstance"})
class AsyncInput extends Input {
  private static final Body FIELDS$BODY = Body.of(Input.class, "fields", "Input.java", 37, 38)
      .lines("93:38 95:38 102:38 109:0");

  private static final Body METHODS$BODY = Body.of(Input.class, "methods", "Input.java", 45, 47)
      .lines("127:46 129:47 136:47 143:0");

  private static final Body INHERITED$BODY = Body.of(Input.class, "inherited", "Input.java", 53, 54)
      .lines("162:54 168:54 174:0");

  private static final Body RUNNING$BODY = Body.of(Input.class, "running", "Input.java", 59, 62)
      .lines("194:60 197:62 205:62 210:0");

  private static final VarHandle COUNT$FIELD = Access.field(MethodHandles.lookup(), Input.class,
      "count", int.class);

  private static final VarHandle CREATED$FIELD = Access.staticField(MethodHandles.lookup(),
      Input.class, "created", int.class);

  private static final VarHandle CREATED$FIELD$2 = Access.staticField(MethodHandles.lookup(),
      Input.class, "CREATED", int.class);

  private static final VarHandle NAMES$FIELD = Access.field(MethodHandles.lookup(), Input.class,
      "names", HashMap.class);

  private static final MethodHandle CHECK$METHOD = Access.method(MethodHandles.lookup(),
      Input.class, "check", void.class, String.class);

  private static final MethodHandle INPUT$NEW$METHOD = Access.constructor(MethodHandles.lookup(),
      Input.class, int.class);

  private static final MethodHandle TWICE$METHOD = Access.staticMethod(MethodHandles.lookup(),
      Input.class, "twice", int.class, int.class);

  private static final MethodHandle FIRST$METHOD = Access.method(MethodHandles.lookup(),
      Input.class, "first", Comparable.class, List.class, Comparable.class);

  private static final MethodHandle IS_STOPPED$METHOD = Access.method(MethodHandles.lookup(),
      Input.class, "isStopped", boolean.class);

  private static final VarHandle STOPPED$FIELD = Access.field(MethodHandles.lookup(), Input.class,
      "stopped", boolean.class);

  AsyncInput() {
  }

  @Override
  Coroutine<Integer> fields(Input other) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(FIELDS$BODY, () -> super.fields(other));
    }
    return new Fields$Frame(other);
  }

  private Object fields$step(Fields$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Input other = frame.other;
    int old = frame.old;
    switch (frame.state) {
      case 0:
        old = count$get(this);
        // line 38
        awaited = execution.await(ask("how many?"), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.old = old;
          return Machine.SUSPENDED;
        }
      case 1:
        count$set(this, old + (Integer) awaited);
        new created$Update().apply(CREATED$get());
        count$set(other, count$postDecrement(this));
        return names$get(this).size() + 10 + count$preIncrement(other);
      default:
        throw frame.illegalState();
    }
  }

  @Override
  Coroutine<Integer> methods(String name) throws IOException {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(METHODS$BODY, () -> super.methods(name));
    }
    return new Methods$Frame(name);
  }

  private Object methods$step(Methods$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    switch (frame.state) {
      case 0:
        check$call(this, name);
        // line 47
        awaited = execution.await(ask(name), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.name = null;
          return Machine.SUSPENDED;
        }
      case 1: {
        int size = (Integer) awaited;
        var copy = Input$new(size);
        return twice$call(size) + first$call(copy, List.of(size), 0) + names$get(this).size();
      }
      default:
        throw frame.illegalState();
    }
  }

  @Override
  Coroutine<Integer> inherited(String key) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(INHERITED$BODY, () -> super.inherited(key));
    }
    return new Inherited$Frame(key);
  }

  private Object inherited$step(Inherited$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String key = frame.key;
    switch (frame.state) {
      case 0:
        // line 54
        awaited = execution.await(ask(key), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          return Machine.SUSPENDED;
        }
      case 1: {
        Integer before = super.put(key, (Integer) awaited);
        return before == null ? super.size() : before;
      }
      default:
        throw frame.illegalState();
    }
  }

  @Override
  Coroutine<Boolean> running(Input other) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(RUNNING$BODY, () -> super.running(other));
    }
    return new Running$Frame(other);
  }

  private Object running$step(Running$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Input other = frame.other;
    Supplier<Boolean> before = frame.before;
    Function<Input, Boolean> after = frame.after;
    switch (frame.state) {
      case 0:
        before = new isStopped$call$Bound(other)::call;
        after = AsyncInput::isStopped$call;
        // line 62
        awaited = execution.await(ask("stopped?"), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.before = before;
          frame.after = after;
          return Machine.SUSPENDED;
        }
      case 1:
        stopped$set(this, (Integer) awaited > 0);
        return before.get() || after.apply(other) || stopped$get(this);
      default:
        throw frame.illegalState();
    }
  }

  private static int count$get(Input self) {
    return (int) COUNT$FIELD.get(self);
  }

  private static int count$set(Input self, int value) {
    COUNT$FIELD.set(self, value);
    return value;
  }

  private static int created$get() {
    return (int) CREATED$FIELD.get();
  }

  private static int created$set(int value) {
    CREATED$FIELD.set(value);
    return value;
  }

  private static int CREATED$get() {
    return (int) CREATED$FIELD$2.get();
  }

  private static int count$postDecrement(Input self) {
    int old = count$get(self);
    int next = (int) (old - 1);
    count$set(self, next);
    return old;
  }

  private static HashMap<String, List<String>> names$get(Input self) {
    return (HashMap<String, List<String>>) NAMES$FIELD.get(self);
  }

  private static int count$preIncrement(Input self) {
    int old = count$get(self);
    int next = (int) (old + 1);
    count$set(self, next);
    return next;
  }

  private static void check$call(Input self, String argument1) throws IOException {
    try {
      CHECK$METHOD.invoke(self, argument1);
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static Input Input$new(int argument0) {
    try {
      return (Input) INPUT$NEW$METHOD.invoke(argument0);
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static int twice$call(int argument0) {
    try {
      return (int) TWICE$METHOD.invoke(argument0);
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static <T extends Comparable<T>> T first$call(Input self, List<? extends T> argument1,
      T argument2) {
    try {
      return (T) FIRST$METHOD.invoke(self, argument1, argument2);
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static boolean isStopped$call(Input self) {
    try {
      return (boolean) IS_STOPPED$METHOD.invoke(self);
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static boolean stopped$set(Input self, boolean value) {
    STOPPED$FIELD.setVolatile(self, value);
    return value;
  }

  private static boolean stopped$get(Input self) {
    return (boolean) STOPPED$FIELD.getVolatile(self);
  }

  private final class Fields$Frame extends CoroutineMachine<Integer> {
    private Input other;

    private int old;

    Fields$Frame(Input other) {
      this.other = other;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return fields$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      other = null;
    }

    @Override
    protected Body body() {
      return FIELDS$BODY;
    }
  }

  private final class Methods$Frame extends CoroutineMachine<Integer> {
    private String name;

    Methods$Frame(String name) {
      this.name = name;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return methods$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
    }

    @Override
    protected Body body() {
      return METHODS$BODY;
    }
  }

  private final class Inherited$Frame extends CoroutineMachine<Integer> {
    private String key;

    Inherited$Frame(String key) {
      this.key = key;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return inherited$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      key = null;
    }

    @Override
    protected Body body() {
      return INHERITED$BODY;
    }
  }

  private final class Running$Frame extends CoroutineMachine<Boolean> {
    private Input other;

    private Supplier<Boolean> before;

    private Function<Input, Boolean> after;

    Running$Frame(Input other) {
      this.other = other;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return running$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      other = null;
      before = null;
      after = null;
    }

    @Override
    protected Body body() {
      return RUNNING$BODY;
    }
  }

  private static final class created$Update {
    private final int old;

    created$Update() {
      this.old = created$get();
    }

    private int apply(int operand) {
      return created$set((int) (old + operand));
    }
  }

  private static final class isStopped$call$Bound {
    private final Input self;

    isStopped$call$Bound(Input self) {
      this.self = Objects.requireNonNull(self);
    }

    private boolean call() {
      return isStopped$call(self);
    }
  }
}
