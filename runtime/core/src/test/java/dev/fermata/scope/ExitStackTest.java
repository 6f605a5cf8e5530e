package dev.fermata.scope;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncExitStack;
import dev.fermata.AsyncScope;
import dev.fermata.CancelledError;
import dev.fermata.Task;
import dev.fermata.machine.Bodies;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Any number of resources that are left together. */
class ExitStackTest {
  private final List<String> log = new ArrayList<>();

  private AsyncCloseable closing(String name) {
    return () ->
        Programs.act(
            () -> {
              await(sleep(Duration.ofSeconds(1)));
              log.add("closed " + name);
            });
  }

  private AsyncScope scope(String name) {
    return failure ->
        Programs.act(
            () -> {
              await(yieldNow());
              log.add(name + " " + (failure == null ? "well" : failure.getMessage()));
            });
  }

  @Test
  void leavesTheLastOneFirst() {
    Programs.run(
        () -> {
          AsyncExitStack stack = AsyncExitStack.open();
          AsyncCloseable first = closing("first");
          assertSame(first, stack.add(first));
          stack.add(scope("scope"));
          AutoCloseable plain = stack.add(() -> log.add("closed plain"));
          assertSame(plain, stack.add(plain));
          stack.onExit(closing("cleanup"));
          Bodies.exit(stack, null);
          assertEquals(
              List.of(
                  "closed cleanup", "closed plain", "closed plain", "scope well", "closed first"),
              log);
          assertThrows(IllegalStateException.class, () -> stack.add(first));
          assertThrows(IllegalStateException.class, () -> stack.onExit(first));
          await(stack.closeAsync());
          assertEquals(5, log.size());
        });
  }

  @Test
  void scopesSeeAndReplaceTheFailureAndOthersAddToIt() {
    Programs.run(
        () -> {
          AsyncExitStack stack = AsyncExitStack.open();
          stack.add(scope("last"));
          AsyncScope replacing =
              failure ->
                  Programs.act(
                      () -> {
                        throw new IOException("replaced");
                      });
          stack.add(replacing);
          stack.add(scope("first"));
          stack.add(
              () -> {
                throw new IOException("plain");
              });
          IllegalArgumentException body = new IllegalArgumentException("body");
          IOException thrown = assertThrows(IOException.class, () -> Bodies.exit(stack, body));
          assertEquals("replaced", thrown.getMessage());
          assertEquals("plain", body.getSuppressed()[0].getMessage());
          assertEquals(List.of("first body", "last replaced"), log);
        });
  }

  @Test
  void theFirstFailureOfClosingIsThatOfTheWhole() {
    Programs.run(
        () -> {
          AsyncExitStack stack = AsyncExitStack.open();
          stack.add(scope("outer"));
          stack.onExit(
              () -> {
                throw new IllegalArgumentException("second");
              });
          stack.onExit(
              () -> {
                throw new IllegalArgumentException("first");
              });
          IllegalArgumentException thrown =
              assertThrows(IllegalArgumentException.class, () -> await(stack.closeAsync()));
          assertEquals("first", thrown.getMessage());
          assertEquals("second", thrown.getSuppressed()[0].getMessage());
          assertEquals(List.of("outer first"), log);
        });
  }

  @Test
  void theFailureOfTheBodyIsThrownOnce() {
    Programs.run(
        () -> {
          AsyncExitStack stack = AsyncExitStack.open();
          stack.onExit(closing("one"));
          IOException body = new IOException("body");
          assertSame(body, assertThrows(IOException.class, () -> Bodies.exit(stack, body)));
          assertEquals(0, body.getSuppressed().length);
          AsyncExitStack empty = AsyncExitStack.open();
          assertSame(body, assertThrows(IOException.class, () -> Bodies.exit(empty, body)));
        });
  }

  @Test
  void whatWasMovedIsLeftLater() {
    Programs.run(
        () -> {
          AsyncExitStack stack = AsyncExitStack.open();
          stack.onExit(closing("moved"));
          AsyncExitStack kept = stack.moveAll();
          stack.onExit(closing("not moved"));
          Bodies.exit(stack, null);
          assertEquals(List.of("closed not moved"), log);
          Bodies.exit(kept, null);
          assertEquals(List.of("closed not moved", "closed moved"), log);
        });
  }

  @Test
  void whatIsAddedWhileItIsLeft() {
    Programs.run(
        () -> {
          AsyncExitStack stack = AsyncExitStack.open();
          stack.onExit(
              () -> {
                stack.onExit(closing("late"));
                return done();
              });
          Bodies.exit(stack, null);
          assertEquals(List.of("closed late"), log);
        });
  }

  @Test
  void aCancellationDoesNotKeepTheOthersOpen() {
    Programs.run(
        () -> {
          AsyncExitStack stack = AsyncExitStack.open();
          stack.add(scope("first"));
          stack.onExit(closing("second"));
          Task<Void> leaving = start(stack.closeAsync());
          await(yieldNow());
          leaving.cancel("stop");
          assertThrows(CancelledError.class, () -> await(leaving));
          assertEquals(List.of("first stop"), log);
        });
  }

  @Test
  void nothingIsNoResource() {
    AsyncExitStack stack = AsyncExitStack.open();
    AutoCloseable nothing = null;
    assertThrows(NullPointerException.class, () -> stack.add(nothing));
    assertThrows(NullPointerException.class, () -> stack.onExit(null));
    Programs.run(() -> await(stack.closeAsync()));
  }
}
