package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.testing.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ResourcePoolTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Something with a number that is open, until it is closed. */
  private final class Connection implements AsyncCloseable {
    private final int number = ++made;
    private boolean alive = true;

    Connection() {
      open++;
    }

    @Override
    public Coroutine<Void> closeAsync() {
      return Programs.act(
          () -> {
            await(sleep(SECOND));
            open--;
            log.add("closed " + number);
          });
    }

    @Override
    public String toString() {
      return "c" + number;
    }
  }

  private final List<String> log = new ArrayList<>();
  private int made;
  private int open;
  private int failures;

  private static long seconds() {
    return Duration.ofNanos(EventLoop.current().time()).toSeconds();
  }

  private static void pause(int seconds) {
    await(sleep(Duration.ofSeconds(seconds)));
  }

  /** Takes a second. */
  private Coroutine<Connection> connect() throws IOException {
    return Programs.co(
        () -> {
          await(sleep(SECOND));
          if (failures > 0) {
            throw new IOException("failure " + failures--);
          }
          return new Connection();
        });
  }

  private ResourcePool.Builder<Connection> pool(int size) {
    return ResourcePool.builder(this::connect).maxSize(size);
  }

  private Coroutine<Void> borrow(ResourcePool<Connection> pool, String name, int seconds) {
    return Programs.act(
        () -> {
          try (Lease<Connection> lease = await(pool.acquire())) {
            log.add(name + " has " + lease.value() + " at " + seconds());
            pause(seconds);
          }
        });
  }

  @Test
  void lendsUpToSoManyInTheOrderOfAsking() {
    ResourcePool<Connection> pool = pool(2).build();
    Programs.run(
        () -> {
          await(
              gather(
                  borrow(pool, "a", 3),
                  borrow(pool, "b", 1),
                  borrow(pool, "c", 5),
                  borrow(pool, "d", 1)));
          assertEquals(2, pool.size());
          assertEquals(2, pool.idle());
          await(pool.closeAsync());
          assertEquals(0, open);
        });
    assertEquals(
        List.of(
            "a has c1 at 1",
            "b has c2 at 1",
            "c has c2 at 2",
            "d has c1 at 4",
            "closed 1",
            "closed 2"),
        log);
  }

  @Test
  void whoIsInTimeGivesNoWay() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(
        () -> {
          await(borrow(pool, "a", 0));
          Task<Void> other = start(Programs.act(() -> log.add("other")));
          try (Lease<Connection> lease = await(pool.acquire())) {
            log.add("again " + lease.value());
          }
          await(other);
        });
    assertEquals(List.of("a has c1 at 1", "again c1", "other"), log);
  }

  @Test
  void theOneThatWasUsedLastIsLentFirst() {
    ResourcePool<Connection> pool = pool(3).build();
    Programs.run(
        () -> {
          await(gather(borrow(pool, "a", 1), borrow(pool, "b", 3), borrow(pool, "c", 2)));
          log.clear();
          await(gather(borrow(pool, "d", 1), borrow(pool, "e", 1), borrow(pool, "f", 1)));
        });
    assertEquals(List.of("d has c2 at 4", "e has c3 at 4", "f has c1 at 4"), log);
  }

  @Test
  void newcomersDoNotOvertake() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(
        () -> {
          Lease<Connection> lease = await(pool.acquire());
          Task<Void> first = start(borrow(pool, "first", 1));
          await(yieldNow());
          lease.close();
          await(borrow(pool, "second", 1));
          assertTrue(first.isDone());
        });
    assertEquals(List.of("first has c1 at 1", "second has c1 at 2"), log);
  }

  @Test
  void whatComesBackGoesToWhoWaitsThoughAnotherIsBeingMade() {
    ResourcePool<Connection> pool = pool(2).build();
    Programs.run(
        () -> {
          Lease<Connection> lease = await(pool.acquire());
          Task<Void> waiter = start(borrow(pool, "a", 0));
          await(yieldNow());
          await(yieldNow());
          lease.close();
          await(waiter);
          assertEquals(1, seconds());
          pause(2);
          assertEquals(2, pool.idle());
        });
  }

  @Test
  void aResourceGoesOnWhenWhoWaitsIsCancelledInTheSameTurn() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(
        () -> {
          Lease<Connection> lease = await(pool.acquire());
          Task<Void> first = start(borrow(pool, "first", 1));
          Task<Void> second = start(borrow(pool, "second", 1));
          await(yieldNow());
          lease.close();
          first.cancel();
          await(second);
          assertTrue(first.isCancelled());
          assertEquals(1, pool.idle());
        });
    assertEquals(List.of("second has c1 at 1"), log);
  }

  @Test
  void whatWasBeingMadeForTheCancelledIsKept() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(
        () -> {
          assertThrows(
              AsyncTimeoutException.class,
              () -> await(waitFor(pool.acquire(), Duration.ofMillis(500))));
          assertEquals(0, pool.waiting());
          Task<Void> next = start(borrow(pool, "next", 1));
          await(next);
          assertEquals(1, made);
          assertEquals(1, pool.idle());
        });
    assertEquals(List.of("next has c1 at 1"), log);
  }

  @Test
  void aDeadlineInTheTurnOfTheHandOverLosesNothing() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(
        () -> {
          for (int i = 0; i < 5; i++) {
            Lease<Connection> lease = await(pool.acquire());
            EventLoop.current().callLater(SECOND, lease::close);
            try (Lease<Connection> second = await(waitFor(pool.acquire(), SECOND))) {
              assertEquals("c1", second.value().toString());
            } catch (AsyncTimeoutException tooLate) {
              assertEquals(1, pool.idle());
            }
          }
          assertEquals(1, made);
          assertEquals(1, pool.idle());
        });
  }

  @Test
  void aFailureToMakeGoesToWhoWaitsLongest() {
    ResourcePool<Connection> pool = pool(2).build();
    failures = 3;
    Programs.run(
        () -> {
          List<Task<Void>> tasks = new ArrayList<>();
          for (String name : List.of("a", "b", "c", "d")) {
            tasks.add(start(borrow(pool, name, 1)));
          }
          for (int i = 0; i < 3; i++) {
            Task<Void> task = tasks.get(i);
            IOException failure = assertThrows(IOException.class, () -> await(task));
            assertEquals("failure " + (3 - i), failure.getMessage());
          }
          await(tasks.get(3));
          assertEquals(1, pool.size());
        });
    assertEquals(List.of("d has c1 at 2"), log);
  }

  @Test
  void aFailureToMakeThatNobodyWaitsForIsReported() {
    ResourcePool<Connection> pool = pool(2).build();
    failures = 1;
    List<ExceptionContext> reports = new ArrayList<>();
    Programs.run(
        Programs.act(
            () -> {
              Task<Void> waiter = start(borrow(pool, "a", 1));
              await(yieldNow());
              waiter.cancel();
              pause(5);
              assertEquals(0, pool.size());
            }),
        reports);
    assertEquals("failure 1", reports.get(0).exception().getMessage());
    assertEquals(1, reports.size());
  }

  @Test
  void whatMakesMayThrowAtOnceOrBeCancelled() {
    int[] calls = {0};
    ResourcePool<String> pool =
        ResourcePool.<String>builder(
                () -> {
                  if (++calls[0] == 1) {
                    throw new IOException("at once");
                  }
                  return Programs.co(
                      () -> {
                        throw new CancelledError("of the server");
                      });
                })
            .build();
    Programs.run(
        () -> {
          assertThrows(IOException.class, () -> await(pool.acquire()));
          assertThrows(CancelledError.class, () -> await(pool.acquire()));
          assertEquals(0, pool.size());
          assertEquals(2, calls[0]);
        });
  }

  @Test
  void onlyWhatIsGoodIsLent() {
    ResourcePool<Connection> pool = pool(2).check(connection -> done(connection.alive)).build();
    Programs.run(
        () -> {
          Lease<Connection> first = await(pool.acquire());
          Lease<Connection> second = await(pool.acquire());
          Connection dead = first.value();
          first.close();
          second.close();
          dead.alive = false;
          try (Lease<Connection> good = await(pool.acquire())) {
            assertEquals("c2", good.value().toString());
            try (Lease<Connection> fresh = await(pool.acquire())) {
              assertEquals("c3", fresh.value().toString());
            }
          }
        });
    assertEquals(List.of("closed 1"), log);
  }

  @Test
  void whatIsHandedOverIsCheckedToo() {
    ResourcePool<Connection> pool = pool(1).check(connection -> done(connection.alive)).build();
    Programs.run(
        () -> {
          Lease<Connection> first = await(pool.acquire());
          Task<Void> waiter = start(borrow(pool, "a", 1));
          await(yieldNow());
          first.value().alive = false;
          first.close();
          await(waiter);
        });
    assertEquals(List.of("closed 1", "a has c2 at 3"), log);
  }

  @Test
  void aCheckThatFailsIsANo() {
    ResourcePool<Connection> pool =
        pool(1)
            .check(
                connection -> {
                  throw new IOException("connection lost");
                })
            .build();
    Programs.run(
        () -> {
          await(borrow(pool, "a", 0));
          await(borrow(pool, "b", 0));
        });
    assertEquals(List.of("a has c1 at 1", "closed 1", "b has c2 at 3"), log);
  }

  @Test
  void whatWasInUseRecentlyNeedNoCheck() {
    List<String> checks = new ArrayList<>();
    ResourcePool<Connection> pool =
        pool(1)
            .check(
                connection -> {
                  checks.add("at " + seconds());
                  return done(true);
                },
                Duration.ofSeconds(5))
            .build();
    Programs.run(
        () -> {
          await(borrow(pool, "a", 0));
          pause(4);
          await(borrow(pool, "b", 0));
          pause(5);
          await(borrow(pool, "c", 0));
          await(borrow(pool, "d", 0));
        });
    assertEquals(List.of("at 10"), checks);
  }

  @Test
  void aCheckTakesItsTimeAndBelongsToThePool() {
    ResourcePool<Connection> pool =
        pool(1)
            .check(
                connection ->
                    Programs.co(
                        () -> {
                          await(sleep(SECOND));
                          return true;
                        }))
            .build();
    Programs.run(
        () -> {
          await(borrow(pool, "a", 0));
          Task<Void> cancelled = start(borrow(pool, "b", 0));
          await(sleep(Duration.ofMillis(500)));
          cancelled.cancel();
          await(borrow(pool, "c", 0));
          assertTrue(cancelled.isCancelled());
          assertEquals(1, made);
        });
    assertEquals(List.of("a has c1 at 1", "c has c1 at 2"), log);
  }

  @Test
  void whatIsIdleForTooLongIsDestroyed() {
    ResourcePool<Connection> pool = pool(3).idleTimeout(Duration.ofSeconds(10)).build();
    Programs.run(
        () -> {
          await(gather(borrow(pool, "a", 1), borrow(pool, "b", 5)));
          pause(5);
          assertEquals(2, pool.idle());
          pause(1); // 12: c1 has been idle since 2
          assertEquals(1, pool.idle());
          assertEquals(2, pool.size());
          await(borrow(pool, "c", 2));
          assertEquals(1, pool.size());
          pause(20);
          assertEquals(0, pool.size());
          await(borrow(pool, "d", 0));
        });
    assertEquals(
        List.of(
            "a has c1 at 1",
            "b has c2 at 1",
            "c has c2 at 12",
            "closed 1",
            "closed 2",
            "d has c3 at 35"),
        log);
  }

  @Test
  void whatIsOldIsNotLent() {
    ResourcePool<Connection> pool = pool(1).maxAge(Duration.ofSeconds(10)).build();
    Programs.run(
        () -> {
          await(borrow(pool, "a", 5));
          await(borrow(pool, "b", 3));
          await(borrow(pool, "c", 3)); // is given back when it is old
          assertEquals(0, pool.idle());
          await(borrow(pool, "d", 1));
          pause(60);
          assertEquals(1, pool.idle()); // only who asks for one finds out
          await(borrow(pool, "e", 0));
        });
    assertEquals(
        List.of(
            "a has c1 at 1",
            "b has c1 at 6",
            "c has c1 at 9",
            "closed 1",
            "d has c2 at 14",
            "closed 2",
            "e has c3 at 77"),
        log);
  }

  @Test
  void whatIsDiscardedIsDestroyed() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(
        () -> {
          try (Lease<Connection> lease = await(pool.acquire())) {
            lease.discard();
          }
          assertEquals(1, pool.size());
          await(borrow(pool, "a", 0));
        });
    assertEquals(List.of("closed 1", "a has c2 at 3"), log);
  }

  @Test
  void aLeaseIsGivenBackOnce() {
    ResourcePool<Connection> pool = pool(2).build();
    Programs.run(
        () -> {
          Lease<Connection> lease = await(pool.acquire());
          lease.close();
          lease.close();
          assertEquals(1, pool.idle());
          assertThrows(IllegalStateException.class, lease::value);
          Lease<Connection> second = await(pool.acquire());
          lease.close();
          assertEquals(0, pool.idle());
          assertNotSame(lease, second);
        });
  }

  @Test
  void usingGivesBackWhateverHappens() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(
        () -> {
          assertEquals(
              "c1", await(pool.use(connection -> Programs.co(() -> connection.toString()))));
          IOException failure = new IOException();
          assertSame(
              failure,
              assertThrows(
                  IOException.class,
                  () ->
                      await(
                          pool.use(
                              connection -> {
                                throw failure;
                              }))));
          assertEquals(1, pool.idle());
        });
    assertEquals(1, made);
  }

  @Test
  void whoWasInterruptedLeavesNothingToOthers() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(
        () -> {
          Task<Void> user = start(pool.use(connection -> Programs.act(() -> await(sleep(SECOND)))));
          await(sleep(Duration.ofMillis(1500)));
          user.cancel();
          await(borrow(pool, "next", 0));
        });
    assertEquals(List.of("closed 1", "next has c2 at 3"), log);
  }

  @Test
  void whichFailuresBreakAResourceCanBeSaid() {
    ResourcePool<Connection> pool =
        pool(1).discardAfter(failure -> failure instanceof IOException).build();
    Programs.run(
        () -> {
          assertThrows(
              IOException.class,
              () ->
                  await(
                      pool.use(
                          connection -> {
                            throw new IOException();
                          })));
          await(borrow(pool, "next", 0));
        });
    assertEquals(List.of("closed 1", "next has c2 at 3"), log);
  }

  @Test
  void whatFailsToBeDestroyedIsReportedAndGone() {
    List<ExceptionContext> reports = new ArrayList<>();
    ResourcePool<Connection> pool =
        pool(1)
            .destroy(
                connection -> {
                  throw new IOException("stuck " + connection);
                })
            .build();
    Programs.run(
        Programs.act(
            () -> {
              try (Lease<Connection> lease = await(pool.acquire())) {
                lease.discard();
              }
              await(borrow(pool, "a", 0));
              await(pool.closeAsync());
            }),
        reports);
    assertEquals(
        List.of("stuck c1", "stuck c2"),
        reports.stream().map(report -> report.exception().getMessage()).toList());
  }

  @Test
  void whatCanBeClosedIsClosedByDefault() {
    List<String> closed = new ArrayList<>();
    ResourcePool<AutoCloseable> plain =
        ResourcePool.<AutoCloseable>builder(() -> done(() -> closed.add("plain"))).build();
    ResourcePool<String> other = ResourcePool.builder(() -> done("text")).build();
    Programs.run(
        () -> {
          await(plain.acquire()).close();
          await(plain.closeAsync());
          await(other.acquire()).close();
          await(other.closeAsync());
          assertEquals(0, other.size());
        });
    assertEquals(List.of("plain"), closed);
  }

  @Test
  void closingFailsWhoWaitsAndWaitsForWhatIsLent() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(
        () -> {
          Task<Void> lent = start(borrow(pool, "a", 5));
          Task<Void> waiter = start(borrow(pool, "b", 5));
          pause(2);
          Task<Void> closing = start(pool.closeAsync());
          assertThrows(PoolClosedException.class, () -> await(waiter));
          assertThrows(PoolClosedException.class, () -> await(pool.acquire()));
          assertEquals(2, seconds());
          await(closing);
          assertTrue(lent.isDone());
          assertEquals(7, seconds());
          await(pool.closeAsync());
        });
    assertEquals(List.of("a has c1 at 1", "closed 1"), log);
  }

  @Test
  void closingCancelsWhatIsBeingMade() {
    ResourcePool<Connection> pool = pool(3).build();
    Programs.run(
        () -> {
          Task<Void> waiter = start(borrow(pool, "a", 5));
          await(yieldNow());
          await(pool.closeAsync());
          assertThrows(PoolClosedException.class, () -> await(waiter));
          assertEquals(0, seconds());
          assertEquals(0, made);
        });
  }

  @Test
  void closingInTheTurnInWhichMakingBegins() {
    ResourcePool<Connection> pool = pool(3).build();
    Programs.run(
        () -> {
          Task<Lease<Connection>> waiter = start(pool.acquire());
          start(pool.closeAsync());
          assertThrows(PoolClosedException.class, () -> await(waiter));
          await(pool.closeAsync());
          assertEquals(0, pool.size());
        });
  }

  @Test
  void closingMayBeGivenUpAndTheRestIsDestroyedAllTheSame() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(
        () -> {
          Lease<Connection> lease = await(pool.acquire());
          assertThrows(
              AsyncTimeoutException.class, () -> await(waitFor(pool.closeAsync(), SECOND)));
          assertEquals(1, open);
          lease.close();
          await(pool.closeAsync());
          assertEquals(0, open);
        });
  }

  @Test
  void closingWhatWasNeverUsed() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(() -> await(pool.closeAsync()));
    assertEquals("ResourcePool[0 of 1, 0 idle, 0 waiting, closed]", pool.toString());
  }

  @Test
  void itBelongsToOneLoop() {
    ResourcePool<Connection> pool = pool(1).build();
    Programs.run(() -> await(borrow(pool, "a", 0)));
    Programs.run(() -> assertThrows(IllegalStateException.class, () -> await(pool.acquire())));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    ResourcePool.Builder<Connection> builder = pool(1);
    assertThrows(IllegalArgumentException.class, () -> builder.maxSize(0));
    assertThrows(IllegalArgumentException.class, () -> builder.idleTimeout(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> builder.maxAge(Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class,
        () -> builder.check(connection -> done(true), Duration.ofNanos(-1)));
  }

  @Test
  void aLeaseThatAWrongThreadGivesBackIsNotLost() {
    Programs.run(
        () -> {
          ResourcePool<Connection> pool = ResourcePool.builder(this::connect).maxSize(1).build();
          Lease<Connection> lease = await(pool.acquire());
          CompletableFuture<Void> breach = CompletableFuture.runAsync(lease::close);
          assertThrows(IllegalStateException.class, () -> await(breach));
          assertEquals("c1", lease.value().toString());
          lease.close();
          assertEquals(1, pool.idle());
          await(pool.closeAsync());
        });
  }

  @Test
  void aCheckWithoutAnAnswerIsNoYes() {
    Programs.run(
        () -> {
          ResourcePool<Connection> pool =
              ResourcePool.builder(this::connect).maxSize(1).check(c -> done(null)).build();
          await(pool.acquire()).close();
          Lease<Connection> next = await(pool.acquire());
          assertEquals("c2", next.value().toString());
          next.close();
          await(pool.closeAsync());
          assertEquals(0, open);
        });
  }

  @Test
  void whatAFailingTestIsAskedAboutIsNotLost() {
    IOException failure = new IOException();
    Programs.run(
        () -> {
          ResourcePool<Connection> pool =
              ResourcePool.builder(this::connect)
                  .discardAfter(
                      asked -> {
                        throw new UnsupportedOperationException("test");
                      })
                  .build();
          Throwable thrown =
              assertThrows(
                  UnsupportedOperationException.class,
                  () ->
                      await(
                          pool.use(
                              c -> {
                                throw failure;
                              })));
          assertSame(failure, thrown.getSuppressed()[0]);
          assertEquals(1, pool.idle());
          await(pool.closeAsync());
        });
  }
}
