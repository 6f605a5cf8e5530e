package dev.fermata.machine;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import dev.fermata.EventLoop;
import dev.fermata.Promise;
import dev.fermata.Task;
import dev.fermata.testing.Frame;
import dev.fermata.testing.Garbage;
import dev.fermata.testing.Programs;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The runtime keeps nothing alive that nobody will use any more. */
class ReachabilityTest {
  /** A large thing whose life is watched. */
  private static final class Load {
    @SuppressWarnings("unused")
    private final byte[] bytes = new byte[1 << 16];
  }

  /** Awaits a load, lets go of it, and looks whether it is gone. */
  private static final class LetsGo extends Frame<Boolean> {
    private Awaitable<Load> source;
    private WeakReference<Load> load;

    LetsGo(Awaitable<Load> source) {
      this.source = source;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      if (failure != null) {
        throw failure;
      }
      if (state == 0) {
        Awaitable<Load> awaitable = source;
        source = null;
        state = 1;
        awaited = execution.await(awaitable, this);
        awaitable = null;
        if (awaited == SUSPENDED) {
          return SUSPENDED;
        }
      }
      load = new WeakReference<>((Load) awaited);
      awaited = null;
      return Garbage.isCollected(load);
    }
  }

  private static Coroutine<Load> waitsFirst() {
    return new Frame<>() {
      @Override
      protected Object step(Execution execution, Object awaited, Throwable failure)
          throws Throwable {
        return state++ == 0 ? execution.await(yieldNow(), this) : new Load();
      }
    };
  }

  @Test
  void theValueOfACoroutineThatIsComplete() {
    assertTrue(Programs.run(new LetsGo(done(new Load()))));
  }

  @Test
  void theValueOfACoroutineThatWaited() {
    assertTrue(Programs.run(new LetsGo(waitsFirst())));
  }

  @Test
  void theValueOfATask() {
    Frame<Boolean> main =
        new Frame<>() {
          @Override
          protected Object step(Execution execution, Object awaited, Throwable failure)
              throws Throwable {
            return execution.tail(new LetsGo(start(waitsFirst())), this);
          }
        };
    assertTrue(Programs.run(main));
  }

  /** Waits for something that the test keeps, and looks at what it has kept of itself. */
  private static void awaitTwice(Supplier<Awaitable<?>> first, Runnable afterFirst) {
    Frame<Void> main =
        new Frame<>() {
          @Override
          protected Object step(Execution execution, Object awaited, Throwable failure)
              throws Throwable {
            if (failure != null) {
              throw failure;
            }
            switch (state++) {
              case 0:
                return execution.await(first.get(), this);
              case 1:
                return execution.await(yieldNow(), this);
              default:
                afterFirst.run();
                return null;
            }
          }
        };
    Programs.run(main);
  }

  @Test
  void aCompletedCoroutineKeepsNothingOfItsCaller() {
    Frame<Integer> kept =
        new Frame<>() {
          @Override
          protected Object step(Execution execution, Object awaited, Throwable failure) {
            return 1;
          }
        };
    List<WeakReference<?>> callers = new ArrayList<>();
    Programs.run(
        () -> {
          awaitKept(kept, callers);
          assertTrue(Garbage.isCollected(callers.get(0)));
        });
    assertNotNull(kept);
  }

  private static void awaitKept(Coroutine<Integer> kept, List<WeakReference<?>> callers) {
    Frame<Void> caller =
        new Frame<>() {
          @Override
          protected Object step(Execution execution, Object awaited, Throwable failure)
              throws Throwable {
            execution.await(kept, this);
            return null;
          }
        };
    callers.add(new WeakReference<>(caller));
    await(caller);
  }

  @Test
  void aFrameInTailPositionIsLetGo() {
    List<WeakReference<?>> frames = new ArrayList<>();
    Frame<Boolean> last =
        new Frame<>() {
          @Override
          protected Object step(Execution execution, Object awaited, Throwable failure)
              throws Throwable {
            return state++ == 0
                ? execution.await(yieldNow(), this)
                : (Object) Garbage.isCollected(frames.get(0));
          }
        };
    assertTrue(Programs.run(passingOn(last, frames)));
  }

  private static Coroutine<Boolean> passingOn(
      Coroutine<Boolean> next, List<WeakReference<?>> frames) {
    return new Frame<>() {
      @Override
      protected Object step(Execution execution, Object awaited, Throwable failure)
          throws Throwable {
        Frame<Boolean> between =
            new Frame<>() {
              @Override
              protected Object step(Execution e, Object value, Throwable thrown) throws Throwable {
                return e.tail(next, this);
              }
            };
        frames.add(new WeakReference<>(between));
        return execution.tail(between, this);
      }
    };
  }

  @Test
  void aStageThatLivesOnKeepsNothingOfItsWaiter() {
    CompletableFuture<Object> stage = new CompletableFuture<>();
    CompletionStage<Object> uncancellable = stage.minimalCompletionStage();
    List<WeakReference<?>> waiters = new ArrayList<>();
    Programs.run(
        () -> {
          cancelWaiter(uncancellable, waiters);
          assertTrue(Garbage.isCollected(waiters.get(0)));
        });
    assertFalse(stage.isDone());
  }

  private static void cancelWaiter(CompletionStage<?> stage, List<WeakReference<?>> waiters) {
    Frame<Void> waiter =
        new Frame<>() {
          @Override
          protected Object step(Execution execution, Object awaited, Throwable failure)
              throws Throwable {
            if (failure != null) {
              throw failure;
            }
            return execution.await(stage, this);
          }
        };
    waiters.add(new WeakReference<>(waiter));
    Task<Void> task = start(waiter);
    await(yieldNow());
    task.cancel();
    await(Coroutines.gatherSettled(task));
  }

  @Test
  void aTaskThatIsDoneAndForgotten() {
    List<WeakReference<?>> tasks = new ArrayList<>();
    awaitTwice(
        () -> {
          Task<Void> task = start(Coroutines.sleep(Duration.ofSeconds(1)));
          tasks.add(new WeakReference<>(task));
          return task;
        },
        () -> assertTrue(Garbage.isCollected(tasks.get(0))));
  }

  @Test
  void aTimerThatWasCancelled() {
    Programs.run(
        () -> {
          List<WeakReference<?>> actions = new ArrayList<>();
          cancelTimer(actions);
          assertTrue(Garbage.isCollected(actions.get(0)));
        });
  }

  private static void cancelTimer(List<WeakReference<?>> actions) {
    Load load = new Load();
    Runnable action = () -> assertNotNull(load);
    actions.add(new WeakReference<>(action));
    EventLoop.current().callLater(Duration.ofDays(1), action).cancel();
  }

  @Test
  void anElementThatTheConsumerHasPassed() {
    Programs.run(
        () -> {
          AsyncGenerator<Load> generator =
              Programs.gen(
                  () -> {
                    Coroutines.emit(new Load());
                    Coroutines.emit(new Load());
                  });
          WeakReference<Load> first = firstElement(generator);
          await(generator.moveNext());
          assertTrue(Garbage.isCollected(first));
          await(generator.closeAsync());
        });
  }

  private static WeakReference<Load> firstElement(AsyncGenerator<Load> generator) {
    await(generator.moveNext());
    return new WeakReference<>(generator.current());
  }

  /** A task is alive until it is done, though nobody refers to it. */
  @Test
  void aTaskThatIsForgottenRunsOn() {
    Programs.run(
        () -> {
          Promise<String> told = EventLoop.current().newPromise();
          start(
              Programs.act(
                  () -> {
                    for (int i = 0; i < 5; i++) {
                      await(yieldNow());
                      System.gc();
                    }
                    told.complete("done");
                  }));
          assertNotNull(await(told));
        });
  }
}
