package dev.fermata.machine;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.testing.Frame;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
  /** Emits 0, 1, … up to a limit, waiting a turn before each. */
  private static final class Count extends GeneratorMachine<Integer> {
    private static final Body BODY = Body.of(MachineTest.class, "count", "MachineTest.java", 1, 2);

    private final int limit;
    private int i;

    Count(int limit) {
      this.limit = limit;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      if (failure != null) {
        throw failure;
      }
      switch (state) {
        case 0:
          if (i == limit) {
            return null;
          }
          state = 1;
          return execution.await(yieldNow(), this);
        case 1:
          state = 0;
          return emit(i++);
        default:
          throw illegalState();
      }
    }

    @Override
    protected Body body() {
      return BODY;
    }
  }

  private static AsyncGenerator<Integer> count(int limit) {
    return GeneratorMachine.generator(new Count(limit));
  }

  /** Sums what a generator emits. */
  private static final class Sum extends Frame<Integer> {
    private final AsyncGenerator<Integer> source;
    private int sum;

    Sum(AsyncGenerator<Integer> source) {
      this.source = source;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      if (failure != null) {
        throw failure;
      }
      while (true) {
        if (state == 0) {
          awaited = execution.await(source.moveNext(), this);
          if (awaited == SUSPENDED) {
            state = 1;
            return SUSPENDED;
          }
        }
        state = 0;
        if (!(Boolean) awaited) {
          return sum;
        }
        sum += source.current();
      }
    }
  }

  @Test
  void generatorMovesByItself() {
    assertEquals(45, Programs.run(new Sum(count(10))).intValue());
  }

  @Test
  void generatorOfManyElementsNeedsNoStack() {
    int sum = (int) (300_000L * 299_999 / 2);
    assertEquals(sum, Programs.run(new Sum(count(300_000))).intValue());
  }

  @Test
  void generatorTellsItsPhase() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> count = count(1);
          assertTrue(count.toString().contains("not started"));
          assertThrows(IllegalStateException.class, count::current);
          assertTrue(await(count.moveNext()));
          assertTrue(count.toString().contains("open"));
          assertEquals(0, count.current());
          assertFalse(await(count.moveNext()));
          assertTrue(count.toString().contains("ended"));
          assertThrows(IllegalStateException.class, count::current);
          assertFalse(await(count.moveNext()));
        });
  }

  @Test
  void closingAGeneratorThatHasNotBegunRunsNothing() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> count = count(1);
          await(count.closeAsync());
          assertFalse(await(count.moveNext()));
        });
  }

  @Test
  void coroutineIsUsedOnce() {
    Programs.run(
        () -> {
          Coroutine<Integer> once = done(1);
          assertEquals(1, await(once));
          assertThrows(IllegalStateException.class, () -> await(once));
          assertThrows(IllegalStateException.class, () -> start(once));
          Coroutine<Integer> started = done(2);
          Task<Integer> task = start(started);
          assertThrows(IllegalStateException.class, () -> await(started));
          assertEquals(2, await(task));
        });
  }

  @Test
  void yieldIsUsedAnyNumberOfTimes() {
    Programs.run(
        () -> {
          Coroutine<Void> yield = yieldNow();
          await(yield);
          await(yield);
          await(start(yield));
          await(start(yield));
        });
  }

  @Test
  @SuppressWarnings("unchecked")
  void awaitingNullFails() {
    Programs.run(
        () -> assertThrows(NullPointerException.class, () -> await((Awaitable<Object>) null)));
  }

  @Test
  void awaitOfWhatIsCompleteTakesNoTurn() {
    Programs.run(
        () -> {
          List<String> log = new ArrayList<>();
          EventLoop.current().callSoon(() -> log.add("turn"));
          await(done());
          Promise<Integer> promise = EventLoop.current().newPromise();
          promise.complete(null);
          assertNull(await(promise));
          assertEquals(List.of(), log);
          await(yieldNow());
          assertEquals(List.of("turn"), log);
        });
  }

  @Test
  void aTaskThatIsCancelledBeforeItBeginsMakesNoStep() {
    List<String> steps = new ArrayList<>();
    Programs.run(
        () -> {
          Task<Void> task =
              start(
                  new Frame<Void>() {
                    @Override
                    protected Object step(Execution execution, Object awaited, Throwable failure) {
                      steps.add("step");
                      return null;
                    }
                  });
          task.cancel();
          assertThrows(CancelledError.class, () -> await(task));
        });
    assertEquals(List.of(), steps);
  }

  @Test
  void stackNamesTheStatesInTheSource() {
    class Waiting extends Frame<Void> {
      private final int depth;

      Waiting(int depth) {
        this.depth = depth;
      }

      @Override
      protected Object step(Execution execution, Object awaited, Throwable failure)
          throws Throwable {
        if (failure != null) {
          throw failure;
        }
        if (state == 0) {
          state = 1 + depth;
          return execution.await(
              depth == 0 ? sleep(Duration.ofSeconds(1)) : new Waiting(depth - 1), this);
        }
        return null;
      }
    }
    Programs.run(
        () -> {
          Task<Void> task = start(new Waiting(1));
          assertEquals(List.of(10), lines(task));
          await(yieldNow());
          assertEquals(List.of(-1, 11, 12), lines(task));
          assertEquals("sleep", task.stack().get(0).getMethodName());
          await(task);
          assertEquals(List.of(), task.stack());
        });
  }

  private static List<Integer> lines(Task<?> task) {
    return task.stack().stream().map(StackTraceElement::getLineNumber).toList();
  }

  @Test
  void unknownStateSaysWhoseItIs() {
    Frame<Void> lost =
        new Frame<>() {
          @Override
          protected Object step(Execution execution, Object awaited, Throwable failure) {
            state = 99;
            throw illegalState();
          }
        };
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> Programs.run(lost));
    assertEquals("dev.fermata.testing.Frame.body has no state 99", failure.getMessage());
  }
}
