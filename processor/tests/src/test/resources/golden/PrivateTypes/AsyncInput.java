package golden.hidden;

import dev.fermata.Coroutine;
import dev.fermata.machine.Access;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import dev.fermata.machine.Match;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Comparator;
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
class AsyncInput extends Input {
  private static final Body WALK$BODY = Body.of(Input.class, "walk", "Input.java", 45, 47)
      .lines("96:46 98:47 106:47 114:0");

  private static final Body TURN$BODY = Body.of(Input.class, "turn", "Input.java", 54, 59, 0)
      .lines("135:55 136:57 138:58 144:59 158:59 160:57 165:0");

  private static final Body FIND$BODY = Body.of(Input.class, "find", "Input.java", 64, 66)
      .lines("185:65 187:66 195:66 216:0");

  private static final Class<?> POINT$CLASS = Access.type(MethodHandles.lookup(),
      "golden.hidden.Input$Point");

  private static final MethodHandle POINT$NEW$METHOD = Access.constructor(MethodHandles.lookup(),
      POINT$CLASS, int.class, int.class);

  private static final MethodHandle PLUS$METHOD = Access.method(MethodHandles.lookup(), POINT$CLASS,
      "plus", POINT$CLASS, POINT$CLASS);

  private static final VarHandle POINTS$FIELD = Access.field(MethodHandles.lookup(), Input.class,
      "points", List.class);

  private static final MethodHandle X$METHOD = Access.method(MethodHandles.lookup(), POINT$CLASS,
      "x", int.class);

  private static final Class<?> TURN$CLASS = Access.type(MethodHandles.lookup(),
      "golden.hidden.Input$Turn");

  private static final Class<?> TOWN$CLASS = Access.type(MethodHandles.lookup(),
      "golden.hidden.Input$Town");

  private static final MethodHandle TOWN$NEW$METHOD = Access.constructor(MethodHandles.lookup(),
      TOWN$CLASS, Object.class);

  private static final Class<?> NOWHERE$CLASS = Access.type(MethodHandles.lookup(),
      "golden.hidden.Input$Nowhere");

  private static final MethodHandle NOWHERE$NEW$METHOD = Access.constructor(MethodHandles.lookup(),
      NOWHERE$CLASS);

  private static final Class<?> LOST$CLASS = Access.type(MethodHandles.lookup(),
      "golden.hidden.Input$Lost");

  private static final MethodHandle LOST$NEW$METHOD = Access.constructor(MethodHandles.lookup(),
      LOST$CLASS, String.class);

  private static final MethodHandle NAME$METHOD = Access.method(MethodHandles.lookup(), TOWN$CLASS,
      "name", Object.class);

  private static final MethodHandle VALUES$METHOD = Access.staticMethod(MethodHandles.lookup(),
      TURN$CLASS, "values", TURN$CLASS.arrayType());

  @Override
  Coroutine walk(List from) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(WALK$BODY, () -> (Coroutine) super.walk(from));
    }
    return new Walk$Frame<>(from);
  }

  private <Point extends Record> Object walk$step(Walk$Frame<Point> frame, Execution execution,
      Object awaited, Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    List<Point> from = frame.from;
    Point last = frame.last;
    switch (frame.state) {
      case 0:
        last = from.get(0);
        // line 47
        awaited = execution.await(ask("how far?"), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.from = null;
          frame.last = last;
          return Machine.SUSPENDED;
        }
      case 1: {
        Point next = AsyncInput.<Point>plus$call(last, AsyncInput.<Point>Point$new((Integer) awaited, 1));
        AsyncInput.<Point>points$get(this).add(next);
        AsyncInput.<Point>points$get(this).sort(Comparator.comparing(new x$call$Function<Point>()::call).reversed());
        return AsyncInput.<Point>points$get(this);
      }
      default:
        throw frame.illegalState();
    }
  }

  @Override
  Coroutine<Integer> turn(boolean left) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(TURN$BODY, () -> super.turn(left));
    }
    return new Turn$Frame<>(left);
  }

  private <Turn extends Enum<Turn>> Object turn$step(Turn$Frame<Turn> frame, Execution execution,
      Object awaited, Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    boolean left = frame.left;
    Integer chosen = null;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0: {
          Turn turn = left ? AsyncInput.<Turn>LEFT$get() : AsyncInput.<Turn>RIGHT$get();
          switch (Access.name(turn)) {
            case "LEFT": {
              chosen = -1;
              state = 2;
              continue;
            }
            case "RIGHT": {
              // line 59
              awaited = execution.await(ask("sure?"), frame);
              if (awaited == Machine.SUSPENDED) {
                frame.state = 1;
                return Machine.SUSPENDED;
              }
              state = 1;
              continue;
            }
            default: {
              throw new IncompatibleClassChangeError();
            }
          }
        }
        case 1:
          chosen = (Integer) awaited;
        case 2:
          return chosen;
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  Coroutine<String> find(Object wanted) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(FIND$BODY, () -> super.find(wanted));
    }
    return new Find$Frame<>(wanted);
  }

  private <Place, Point extends Record, Town extends Place, Nowhere extends Place, Lost extends Exception, Turn extends Enum<Turn>> Object find$step(
      Find$Frame<Place, Point, Town, Nowhere, Lost, Turn> frame, Execution execution,
      Object awaited, Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    Object wanted = frame.wanted;
    Place place = frame.place;
    switch (frame.state) {
      case 0:
        place = Match.<Point>of(POINT$CLASS, wanted) instanceof Match<Point> p && x$call(p.get()) > 0 ? AsyncInput.<Town, Place, String>Town$new("x" + x$call(p.get())) : AsyncInput.<Nowhere, Place>Nowhere$new();
        // line 66
        awaited = execution.await(ask("which way?"), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.wanted = null;
          frame.place = place;
          return Machine.SUSPENDED;
        }
      case 1: {
        int turns = (Integer) awaited;
        try {
          if (!(Match.<Town>of(TOWN$CLASS, place) instanceof Match<Town> town)) {
            throw AsyncInput.<Lost>Lost$new("after " + turns);
          }
          Point[] all = ((Point[]) Access.array(POINT$CLASS.arrayType(), new Object[] {AsyncInput.<Point>Point$new(turns, turns)}));
          return name$call(town.get()) + " " + all.length + AsyncInput.<Turn>values$call().length;
        } catch (Throwable caught) {
          if (LOST$CLASS.isInstance(caught)) {
            Lost lost = (Lost) caught;
            {
              return lost.getMessage();
            }
          } else {
            throw Access.rethrow(caught);
          }
        }
      }
      default:
        throw frame.illegalState();
    }
  }

  private static <Point extends Record> Point Point$new(int argument0, int argument1) {
    try {
      return (Point) POINT$NEW$METHOD.invoke(argument0, argument1);
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static <Point extends Record> Point plus$call(Point self, Point argument1) {
    try {
      return (Point) PLUS$METHOD.invoke(self, argument1);
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static <Point extends Record> List<Point> points$get(Input self) {
    return (List<Point>) POINTS$FIELD.get(self);
  }

  private static <Point extends Record> int x$call(Point self) {
    try {
      return (int) X$METHOD.invoke(self);
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static <Turn extends Enum<Turn>> Turn LEFT$get() {
    return (Turn) LEFT$Field.HANDLE.get();
  }

  private static <Turn extends Enum<Turn>> Turn RIGHT$get() {
    return (Turn) RIGHT$Field.HANDLE.get();
  }

  private static <Town extends Place, Place, T> Town Town$new(T argument0) {
    try {
      return (Town) TOWN$NEW$METHOD.invoke(argument0);
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static <Nowhere extends Place, Place> Nowhere Nowhere$new() {
    try {
      return (Nowhere) NOWHERE$NEW$METHOD.invoke();
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static <Lost extends Exception> Lost Lost$new(String argument0) {
    try {
      return (Lost) LOST$NEW$METHOD.invoke(argument0);
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static <Town extends Place, Place, T> T name$call(Town self) {
    try {
      return (T) NAME$METHOD.invoke(self);
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private static <Turn extends Enum<Turn>> Turn[] values$call() {
    try {
      return (Turn[]) VALUES$METHOD.invoke();
    } catch (Throwable thrown) {
      throw Access.rethrow(thrown);
    }
  }

  private final class Walk$Frame<Point extends Record> extends CoroutineMachine<Object> {
    private List<Point> from;

    private Point last;

    Walk$Frame(List<Point> from) {
      this.from = from;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return walk$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      from = null;
      last = null;
    }

    @Override
    protected Body body() {
      return WALK$BODY;
    }
  }

  private final class Turn$Frame<Turn extends Enum<Turn>> extends CoroutineMachine<Integer> {
    private boolean left;

    Turn$Frame(boolean left) {
      this.left = left;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return turn$step(this, execution, awaited, failure);
    }

    @Override
    protected Body body() {
      return TURN$BODY;
    }
  }

  private final class Find$Frame<Place, Point extends Record, Town extends Place, Nowhere extends Place, Lost extends Exception, Turn extends Enum<Turn>> extends CoroutineMachine<String> {
    private Object wanted;

    private Place place;

    Find$Frame(Object wanted) {
      this.wanted = wanted;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return find$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      wanted = null;
      place = null;
    }

    @Override
    protected Body body() {
      return FIND$BODY;
    }
  }

  private static final class x$call$Function<Point extends Record> {
    private int call(Point self) {
      return x$call(self);
    }
  }

  private static final class LEFT$Field {
    private static final VarHandle HANDLE = Access.staticField(MethodHandles.lookup(), TURN$CLASS,
        "LEFT", TURN$CLASS);
  }

  private static final class RIGHT$Field {
    private static final VarHandle HANDLE = Access.staticField(MethodHandles.lookup(), TURN$CLASS,
        "RIGHT", TURN$CLASS);
  }
}
