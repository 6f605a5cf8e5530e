package dev.fermata.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Clock;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.testing.Frame;
import dev.fermata.testing.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Await recursion of a million frames, on the stack that a thread has by default. */
class RecursionTest {
  private static final int DEPTH = 1_000_000;

  /** Awaits itself one level deeper, and adds one to what that gives. */
  private static final class Descend extends Frame<Integer> {
    private final int depth;
    private final Supplier<Awaitable<Integer>> bottom;

    Descend(int depth, Supplier<Awaitable<Integer>> bottom) {
      this.depth = depth;
      this.bottom = bottom;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      if (failure != null) {
        throw failure;
      }
      if (state == 0) {
        awaited = execution.await(depth == 0 ? bottom.get() : new Descend(depth - 1, bottom), this);
        if (awaited == SUSPENDED) {
          state = 1;
          return SUSPENDED;
        }
      }
      return (Integer) awaited + 1;
    }
  }

  /** Returns itself one level deeper, in tail position. */
  private static final class Tail extends Frame<Integer> {
    private final int depth;
    private final Supplier<Coroutine<Integer>> bottom;

    Tail(int depth, Supplier<Coroutine<Integer>> bottom) {
      this.depth = depth;
      this.bottom = bottom;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return execution.tail(depth == 0 ? bottom.get() : new Tail(depth - 1, bottom), this);
    }
  }

  /** Runs a program; nothing may be reported. Debug mode would look at a million coroutines. */
  private static <T> T run(Coroutine<T> main) {
    List<ExceptionContext> reports = new ArrayList<>();
    try (EventLoop.Runner runner =
        EventLoop.builder()
            .clock(Clock.virtual())
            .exceptionHandler((loop, context) -> reports.add(context))
            .open()) {
      return runner.run(main);
    } finally {
      assertEquals(List.of(), reports);
    }
  }

  private static void run(AsyncAction main) {
    run(Programs.act(main));
  }

  @Test
  void completes() {
    assertEquals(DEPTH + 1, run(new Descend(DEPTH, () -> Coroutines.done(0))).intValue());
  }

  @Test
  void suspendsAtTheBottom() {
    Supplier<Awaitable<Integer>> bottom =
        () -> {
          Promise<Integer> promise = EventLoop.current().newPromise();
          EventLoop.current().callSoon(() -> promise.complete(5));
          return promise;
        };
    assertEquals(DEPTH + 6, run(new Descend(DEPTH, bottom)).intValue());
  }

  @Test
  void failsAtTheBottom() {
    IllegalStateException failure = new IllegalStateException("bottom");
    Supplier<Awaitable<Integer>> atOnce =
        () -> {
          throw failure;
        };
    assertSame(
        failure, assertThrows(IllegalStateException.class, () -> run(new Descend(DEPTH, atOnce))));
    Supplier<Awaitable<Integer>> later =
        () -> {
          Promise<Integer> promise = EventLoop.current().newPromise();
          EventLoop.current().callSoon(() -> promise.fail(failure));
          return promise;
        };
    assertSame(
        failure, assertThrows(IllegalStateException.class, () -> run(new Descend(DEPTH, later))));
  }

  @Test
  void isCancelledAtTheBottom() {
    run(
        () -> {
          Task<Integer> task =
              Coroutines.start(new Descend(DEPTH, () -> EventLoop.current().newPromise()));
          Coroutines.await(Coroutines.yieldNow());
          assertEquals(DEPTH + 1, task.stack().size());
          task.cancel();
          assertThrows(CancelledError.class, () -> Coroutines.await(task));
        });
  }

  @Test
  void yieldsAtEveryLevelAndStillCompletes() {
    class Yielding extends Frame<Integer> {
      private final int depth;

      Yielding(int depth) {
        this.depth = depth;
      }

      @Override
      protected Object step(Execution execution, Object awaited, Throwable failure)
          throws Throwable {
        if (state == 0) {
          state = 1;
          return execution.await(Coroutines.yieldNow(), this);
        }
        if (state == 1) {
          if (depth == 0) {
            return 0;
          }
          awaited = execution.await(new Yielding(depth - 1), this);
          if (awaited == SUSPENDED) {
            state = 2;
            return SUSPENDED;
          }
        }
        return (Integer) awaited + 1;
      }
    }
    assertEquals(DEPTH, run(new Yielding(DEPTH)).intValue());
  }

  @Test
  void tailRecursionCompletes() {
    assertEquals(7, run(new Tail(DEPTH, () -> Coroutines.done(7))).intValue());
  }

  @Test
  void tailRecursionSuspendsAtTheBottom() {
    Frame<Integer> bottom =
        new Frame<>() {
          @Override
          protected Object step(Execution execution, Object awaited, Throwable failure)
              throws Throwable {
            return state++ == 0 ? execution.await(Coroutines.yieldNow(), this) : (Object) 8;
          }
        };
    assertEquals(8, run(new Tail(DEPTH, () -> bottom)).intValue());
  }

  @Test
  void tailOfYieldAtTheRootOfATask() {
    run(
        () -> {
          Frame<Void> yields =
              new Frame<>() {
                @Override
                protected Object step(Execution execution, Object awaited, Throwable failure)
                    throws Throwable {
                  return execution.tail(Coroutines.yieldNow(), this);
                }
              };
          Coroutines.await(Coroutines.start(yields));
        });
  }

  @Test
  void tasksThatAwaitEachOther() {
    run(
        () -> {
          int length = 100_000;
          Promise<Integer> end = EventLoop.current().newPromise();
          Awaitable<Integer> last = end;
          for (int i = 0; i < length; i++) {
            Awaitable<Integer> next = last;
            last = Coroutines.start(new Descend(0, () -> next));
          }
          end.complete(0);
          assertEquals(length, Coroutines.await(last).intValue());
        });
  }

  @Test
  void cancellationGoesAlongTasksThatAwaitEachOther() {
    run(
        () -> {
          int length = 100_000;
          Promise<Integer> end = EventLoop.current().newPromise();
          Awaitable<Integer> last = end;
          Task<Integer> outermost = null;
          for (int i = 0; i < length; i++) {
            Awaitable<Integer> next = last;
            outermost = Coroutines.start(new Descend(0, () -> next));
            last = outermost;
          }
          Coroutines.await(Coroutines.yieldNow());
          outermost.cancel();
          assertTrue(end.isCancelled());
          Task<Integer> cancelled = outermost;
          assertThrows(CancelledError.class, () -> Coroutines.await(cancelled));
        });
  }
}
