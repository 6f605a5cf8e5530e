package golden.generators;

import static dev.fermata.Coroutines.done;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.GeneratorMachine;
import dev.fermata.machine.Loops;
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
  private static final Body UP_TO$BODY = Body.of(Input.class, "upTo", "Input.java", 21, 0, 23)
      .lines("61:22 63:22 67:23 72:22 79:0");

  private static final Body ANSWERS$BODY = Body.of(Input.class, "answers", "Input.java", 29, 30, 31,
      31, 0, 31, 0, 41, 38, 34)
      .lines("109:30 113:31 117:31 129:31 135:31 147:41 171:34 178:34 187:38 210:0");

  private static final Body SUM$BODY = Body.of(Input.class, "sum", "Input.java", 46, 0, 48, 0, 0,
      48)
      .lines("236:47 241:48 254:49 259:51 262:48 283:0");

  private static final Body FIND$BODY = Body.of(Input.class, "find", "Input.java", 55, 0, 56, 0, 0,
      56)
      .lines("318:56 322:56 335:57 345:61 348:56 371:0");

  @Override
  AsyncGenerator<Integer> upTo(int limit) {
    if (Bodies.ORIGINAL) {
      return Bodies.generator(UP_TO$BODY, () -> super.upTo(limit));
    }
    return GeneratorMachine.generator(new UpTo$Frame(limit));
  }

  private Object upTo$step(UpTo$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    if (failure != null) {
      throw failure;
    }
    int limit = frame.limit;
    int number = frame.number;
    int state = frame.state;
    while (true) {
      switch (state) {
        case 0:
          number = 0;
        case 1:
          if (!(number < limit)) {
            return null;
          }
          // line 23
          frame.emit(number);
          frame.state = 2;
          frame.number = number;
          return Machine.EMITTED;
        case 2:
          number++;
          state = 1;
          continue;
        default:
          throw frame.illegalState();
      }
    }
  }

  @Override
  AsyncGenerator<Integer> answers(String question) {
    if (Bodies.ORIGINAL) {
      return Bodies.generator(ANSWERS$BODY, () -> super.answers(question));
    }
    return GeneratorMachine.generator(new Answers$Frame(question));
  }

  private Object answers$step(Answers$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    String question = frame.question;
    AsyncIterator<Integer> iterator = frame.iterator;
    Throwable failure$2 = null;
    Throwable failure$3 = frame.failure$3;
    int exit$2 = frame.exit$2;
    Integer returned = frame.returned;
    int state = frame.state;
    machine:
    while (true) {
      try {
        if (failure != null) {
          Throwable thrown = failure;
          failure = null;
          throw thrown;
        }
        switch (state) {
          case 0:
            // line 30
            frame.emit(0);
            frame.state = 1;
            return Machine.EMITTED;
          case 1:
            iterator = Loops.iterator(upTo(3));
            state = 2;
          case 2:
            // line 31
            awaited = execution.await(iterator.moveNext(), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 3;
              frame.iterator = iterator;
              return Machine.SUSPENDED;
            }
          case 3:
            if (!(boolean) awaited) {
              state = 8;
              continue;
            }
            // line 31
            frame.emit(iterator.current());
            frame.state = 2;
            frame.iterator = iterator;
            return Machine.EMITTED;
          case 4:
            // line 31
            awaited = execution.await(Loops.leave(iterator, failure$2), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 5;
              frame.question = null;
              frame.iterator = null;
              frame.returned = null;
              return Machine.SUSPENDED;
            }
          case 5:
            throw frame.illegalState();
          case 6:
            // line 41
            awaited = execution.await(ask("goodbye?"), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 7;
              frame.question = null;
              frame.iterator = null;
              frame.failure$3 = failure$3;
              frame.exit$2 = exit$2;
              frame.returned = returned;
              return Machine.SUSPENDED;
            }
          case 7:
            if (failure$3 != null) {
              throw failure$3;
            }
            switch (exit$2) {
              case 1: {
                return returned;
              }
              default: {
                return null;
              }
            }
          case 8:
            // line 34
            awaited = execution.await(ask(question), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 9;
              frame.iterator = null;
              return Machine.SUSPENDED;
            }
          case 9: {
            int answer = (Integer) awaited;
            if (answer < 0) {
              returned = null;
              exit$2 = 1;
              failure$3 = null;
              state = 6;
              continue machine;
            }
            // line 38
            frame.emit(answer);
            frame.state = 8;
            frame.iterator = null;
            frame.returned = returned;
            return Machine.EMITTED;
          }
          default:
            throw frame.illegalState();
        }
      } catch (Throwable thrown) {
        switch (state) {
          case 2, 3 -> {
            failure$2 = thrown;
            state = 4;
          }
          case 8, 9 -> {
            failure$3 = thrown;
            state = 6;
          }
          default -> throw thrown;
        }
      }
    }
  }

  @Override
  Coroutine<Integer> sum(int limit) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(SUM$BODY, () -> sum$direct(limit));
    }
    return new Sum$Frame(limit);
  }

  private Object sum$step(Sum$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    int limit = frame.limit;
    int sum = frame.sum;
    AsyncIterator<Integer> iterator = frame.iterator;
    Throwable failure$2 = null;
    int state = frame.state;
    while (true) {
      try {
        if (failure != null) {
          Throwable thrown = failure;
          failure = null;
          throw thrown;
        }
        switch (state) {
          case 0:
            sum = 0;
            iterator = Loops.iterator(upTo(limit));
            state = 1;
          case 1:
            // line 48
            awaited = execution.await(iterator.moveNext(), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 2;
              frame.sum = sum;
              frame.iterator = iterator;
              return Machine.SUSPENDED;
            }
          case 2: {
            if (!(boolean) awaited) {
              state = 3;
              continue;
            }
            int number = iterator.current();
            sum += number;
            state = 1;
            continue;
          }
          case 3:
            return sum;
          case 4:
            // line 48
            awaited = execution.await(Loops.leave(iterator, failure$2), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 5;
              frame.iterator = null;
              return Machine.SUSPENDED;
            }
          case 5:
            throw frame.illegalState();
          default:
            throw frame.illegalState();
        }
      } catch (Throwable thrown) {
        switch (state) {
          case 1, 2 -> {
            failure$2 = thrown;
            state = 4;
          }
          default -> throw thrown;
        }
      }
    }
  }

  private Coroutine<Integer> sum$direct(int limit) throws Throwable {
    int sum = 0;
    { var each$1 = Bodies.each(upTo(limit)); Throwable failure$1 = null; try { for (int number : each$1) {
      sum += number;
    } } catch (Throwable thrown$1) { failure$1 = thrown$1; throw thrown$1; } finally { Bodies.exit(each$1, failure$1); } }
    return done(sum);
  }

  @Override
  Coroutine<String> find(String word) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(FIND$BODY, () -> find$direct(word));
    }
    return new Find$Frame(word);
  }

  private Object find$step(Find$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    String word = frame.word;
    AsyncIterator<String> iterator = frame.iterator;
    Throwable failure$2 = null;
    String returned = frame.returned;
    int state = frame.state;
    machine:
    while (true) {
      try {
        if (failure != null) {
          Throwable thrown = failure;
          failure = null;
          throw thrown;
        }
        switch (state) {
          case 0:
            iterator = Loops.iterator(lines());
            state = 1;
          case 1:
            // line 56
            awaited = execution.await(iterator.moveNext(), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 2;
              frame.iterator = iterator;
              frame.returned = returned;
              return Machine.SUSPENDED;
            }
          case 2: {
            if (!(boolean) awaited) {
              state = 3;
              continue;
            }
            String line = iterator.current();
            if (line.contains(word)) {
              returned = line;
              failure$2 = null;
              state = 4;
              continue machine;
            }
            state = 1;
            continue;
          }
          case 3:
            return "";
          case 4:
            // line 56
            awaited = execution.await(Loops.leave(iterator, failure$2), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 5;
              frame.word = null;
              frame.iterator = null;
              frame.returned = returned;
              return Machine.SUSPENDED;
            }
          case 5:
            return returned;
          default:
            throw frame.illegalState();
        }
      } catch (Throwable thrown) {
        switch (state) {
          case 1, 2 -> {
            failure$2 = thrown;
            state = 4;
          }
          default -> throw thrown;
        }
      }
    }
  }

  private Coroutine<String> find$direct(String word) throws Throwable {
    { var each$1 = Bodies.each(lines()); Throwable failure$1 = null; try { for (String line : each$1) {
      if (line.contains(word)) {
        return done(line);
      }
    } } catch (Throwable thrown$1) { failure$1 = thrown$1; throw thrown$1; } finally { Bodies.exit(each$1, failure$1); } }
    return done("");
  }

  private final class UpTo$Frame extends GeneratorMachine<Integer> {
    private int limit;

    private int number;

    UpTo$Frame(int limit) {
      this.limit = limit;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return upTo$step(this, execution, awaited, failure);
    }

    @Override
    protected Body body() {
      return UP_TO$BODY;
    }
  }

  private final class Answers$Frame extends GeneratorMachine<Integer> {
    private String question;

    private AsyncIterator<Integer> iterator;

    private Throwable failure$3;

    private int exit$2;

    private Integer returned;

    Answers$Frame(String question) {
      this.question = question;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return answers$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      question = null;
      iterator = null;
      failure$3 = null;
      returned = null;
    }

    @Override
    protected Body body() {
      return ANSWERS$BODY;
    }
  }

  private final class Sum$Frame extends CoroutineMachine<Integer> {
    private int limit;

    private int sum;

    private AsyncIterator<Integer> iterator;

    Sum$Frame(int limit) {
      this.limit = limit;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return sum$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      iterator = null;
    }

    @Override
    protected Body body() {
      return SUM$BODY;
    }
  }

  private final class Find$Frame extends CoroutineMachine<String> {
    private String word;

    private AsyncIterator<String> iterator;

    private String returned;

    Find$Frame(String word) {
      this.word = word;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return find$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      word = null;
      iterator = null;
      returned = null;
    }

    @Override
    protected Body body() {
      return FIND$BODY;
    }
  }
}
