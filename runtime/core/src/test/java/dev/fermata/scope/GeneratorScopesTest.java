package dev.fermata.scope;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.Tasks;
import dev.fermata.machine.Bodies;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A generator that emits inside a scope of its own. The scope belongs to the task of the consumer,
 * whose code runs in it while the generator stands at its {@code emit}.
 */
class GeneratorScopesTest {
  private final List<String> log = new ArrayList<>();

  /** A program that has the resource that it is given. */
  interface Scoped<S> {
    void run(S scope) throws Throwable;
  }

  private static <S extends AsyncCloseable> void with(S resource, Scoped<S> body) throws Throwable {
    Throwable failure = null;
    try {
      body.run(resource);
    } catch (Throwable thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      Bodies.exit(resource, failure);
    }
  }

  private Coroutine<Void> child(AsyncAction afterwards) {
    return Programs.act(
        () -> {
          try {
            await(sleep(Duration.ofSeconds(100)));
          } finally {
            log.add("child stopped");
            afterwards.run();
          }
        });
  }

  private AsyncGenerator<Integer> withGroup(AsyncAction afterwards) {
    return Programs.gen(
        () ->
            with(
                TaskGroup.open(),
                group -> {
                  group.start(child(afterwards));
                  await(yieldNow());
                  emit(1);
                  emit(2);
                }));
  }

  @Test
  @DisplayName("python-trio/trio#638: a consumer that fails stops the group, and keeps its failure")
  void theConsumerFails() {
    Programs.run(
        () -> {
          IOException thrown =
              assertThrows(
                  IOException.class,
                  () -> {
                    try (var each = Bodies.each(withGroup(() -> {}))) {
                      for (int ignored : each) {
                        throw new IOException("of the consumer");
                      }
                    }
                  });
          assertEquals("of the consumer", thrown.getMessage());
          assertEquals(0, thrown.getSuppressed().length);
          assertEquals(List.of("child stopped"), log);
          await(yieldNow());
          assertEquals(0, Tasks.current().cancelRequests());
        });
  }

  @Test
  @DisplayName("python-trio/trio#1443: what a child throws while it is stopped is not lost")
  void aChildFailsInItsCleanup() {
    Programs.run(
        () -> {
          AsyncAction failing =
              () -> {
                throw new IOException("of the child");
              };
          IllegalArgumentException thrown =
              assertThrows(
                  IllegalArgumentException.class,
                  () -> {
                    try (var each = Bodies.each(withGroup(failing))) {
                      for (int ignored : each) {
                        throw new IllegalArgumentException("of the consumer");
                      }
                    }
                  });
          ExceptionGroup group = assertInstanceOf(ExceptionGroup.class, thrown.getSuppressed()[0]);
          assertEquals("of the child", group.exceptions().get(0).getMessage());
          assertEquals(0, Tasks.current().cancelRequests());
        });
  }

  @Test
  @DisplayName("python-trio/trio#264: a child that fails cancels the consumer, which hears of it")
  void aChildFailsWhileTheConsumerWorks() {
    Programs.run(
        () -> {
          AsyncGenerator<Integer> generator =
              Programs.gen(
                  () ->
                      with(
                          TaskGroup.open(),
                          group -> {
                            group.start(
                                Programs.act(
                                    () -> {
                                      await(sleep(Duration.ofSeconds(1)));
                                      throw new IOException("of the child");
                                    }));
                            emit(1);
                          }));
          Task<Void> consumer =
              start(
                  Programs.act(
                      () -> {
                        try (var each = Bodies.each(generator)) {
                          for (int ignored : each) {
                            await(sleep(Duration.ofSeconds(100)));
                          }
                        } finally {
                          log.add("requests " + Tasks.current().cancelRequests());
                        }
                      }));
          CancelledError cancelled = assertThrows(CancelledError.class, () -> await(consumer));
          ExceptionGroup group =
              assertInstanceOf(ExceptionGroup.class, cancelled.getSuppressed()[0]);
          assertEquals("of the child", group.exceptions().get(0).getMessage());
          assertEquals(List.of("requests 0"), log);
          assertFalse(await(generator.moveNext()));
        });
  }

  @Test
  @DisplayName("openjdk/jdk#14833: a child that starts while the group fails is stopped, too")
  void aChildStartsWhileTheGroupFails() {
    Programs.run(
        () -> {
          List<Task<?>> late = new ArrayList<>();
          ExceptionGroup thrown =
              assertThrows(
                  ExceptionGroup.class,
                  () ->
                      with(
                          TaskGroup.open(),
                          group -> {
                            group.start(
                                Programs.act(
                                    () -> {
                                      throw new IOException("of the first");
                                    }));
                            // It has failed when this goes on, and the group has yet to hear of it.
                            await(yieldNow());
                            late.add(group.start(child(() -> {})));
                            await(yieldNow());
                            late.add(group.start(child(() -> {})));
                          }));
          assertEquals(1, thrown.exceptions().size());
          assertTrue(late.stream().allMatch(Task::isCancelled));
          assertEquals(List.of(), log);
        });
  }
}
