package dev.fermata.scenarios;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.Coroutine;
import dev.fermata.patterns.Lease;
import dev.fermata.patterns.PoolClosedException;
import dev.fermata.patterns.ResourcePool;
import dev.fermata.testing.Programs;
import dev.fermata.testing.explore.CancelEverywhere;
import dev.fermata.testing.explore.Scenario;
import dev.fermata.testing.explore.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolScenariosTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Resources that are counted. */
  private static final class Source {
    private int made;
    private int open;
    private int most;
    private int inUse;

    Coroutine<Integer> make() {
      return Programs.co(
          () -> {
            await(sleep(SECOND));
            made++;
            open++;
            most = Math.max(most, open);
            return made;
          });
    }

    Coroutine<Void> destroy(Integer number) {
      return Programs.act(
          () -> {
            open--; // even if the task of this is cancelled, it has begun
            await(yieldNow());
          });
    }

    void use(Integer number) {
      if (number > made) {
        throw new AssertionError("was never made: " + number);
      }
      inUse++;
    }

    Coroutine<Boolean> check(Integer number) {
      return Programs.co(
          () -> {
            await(sleep(SECOND));
            return number != 1;
          });
    }
  }

  private static void borrow(Stage stage, ResourcePool<Integer> pool, Source source) {
    try (Lease<Integer> lease = stage.await(pool.acquire())) {
      source.use(lease.value());
      try {
        stage.await(sleep(SECOND));
      } finally {
        source.inUse--;
      }
    }
  }

  /** Nothing is lent, made or waited for, and all that is open is in the pool. */
  private static void nothingIsLost(Stage stage, ResourcePool<Integer> pool, Source source) {
    stage.invariant("nothing is in use", () -> source.inUse == 0);
    stage.invariant("nobody waits", () -> pool.waiting() == 0);
    stage.invariant("there are never too many", () -> source.most <= 2);
    stage.afterwards(
        () -> {
          Lease<Integer> first = await(pool.acquire());
          Lease<Integer> second = await(pool.acquire());
          if (pool.size() != 2 || source.open != 2) {
            throw new AssertionError(pool + ", open: " + source.open);
          }
          first.close();
          second.close();
          await(pool.closeAsync());
          if (pool.size() != 0 || source.open != 0) {
            throw new AssertionError(pool + ", open: " + source.open);
          }
        });
  }

  @Test
  void resourcesThatAreLent() {
    CancelEverywhere.explore(
        stage -> {
          Source source = new Source();
          ResourcePool<Integer> pool =
              ResourcePool.builder(source::make).maxSize(2).destroy(source::destroy).build();
          for (String name : List.of("a", "b", "c", "d")) {
            stage.participant(name, () -> borrow(stage, pool, source));
          }
          nothingIsLost(stage, pool, source);
        });
  }

  private static Scenario checked(Duration idleTimeout) {
    return stage -> {
      Source source = new Source();
      ResourcePool<Integer> pool =
          ResourcePool.builder(source::make)
              .maxSize(2)
              .check(source::check)
              .idleTimeout(idleTimeout)
              .destroy(source::destroy)
              .build();
      for (String name : List.of("a", "b", "c")) {
        stage.participant(name, () -> borrow(stage, pool, source));
      }
      nothingIsLost(stage, pool, source);
    };
  }

  @Test
  void resourcesThatAreChecked() {
    CancelEverywhere.explore(checked(Duration.ofDays(1)));
  }

  @Test
  void resourcesThatAreIdleForTooLong() {
    CancelEverywhere.explore(checked(SECOND));
  }

  @Test
  void resourcesThatAreUsedAndDiscarded() {
    CancelEverywhere.explore(
        stage -> {
          Source source = new Source();
          ResourcePool<Integer> pool =
              ResourcePool.builder(source::make).maxSize(2).destroy(source::destroy).build();
          for (String name : List.of("a", "b", "c")) {
            stage.participant(
                name,
                () -> stage.await(pool.use(number -> Programs.act(() -> await(sleep(SECOND))))));
          }
          nothingIsLost(stage, pool, source);
        });
  }

  @Test
  void resourcesThatCannotBeMade() {
    CancelEverywhere.explore(
        stage -> {
          Source source = new Source();
          int[] failures = {2};
          ResourcePool<Integer> pool =
              ResourcePool.builder(
                      () ->
                          Programs.co(
                              () -> {
                                if (failures[0]-- > 0) {
                                  await(sleep(SECOND));
                                  throw new IOException();
                                }
                                return await(source.make());
                              }))
                  .maxSize(2)
                  .destroy(source::destroy)
                  .build();
          for (String name : List.of("a", "b", "c")) {
            stage
                .participant(name, () -> borrow(stage, pool, source))
                .mayEndWith(IOException.class);
          }
          stage.mayReport(IOException.class);
          nothingIsLost(stage, pool, source);
        });
  }

  @Test
  void aPoolThatIsClosed() {
    CancelEverywhere.explore(
        stage -> {
          Source source = new Source();
          ResourcePool<Integer> pool =
              ResourcePool.builder(source::make)
                  .maxSize(2)
                  .check(source::check)
                  .destroy(source::destroy)
                  .build();
          for (String name : List.of("a", "b", "c")) {
            stage
                .participant(name, () -> borrow(stage, pool, source))
                .mayEndWith(PoolClosedException.class);
          }
          stage.participant(
              "closer",
              () -> {
                stage.await(sleep(SECOND.multipliedBy(3).dividedBy(2)));
                stage.await(pool.closeAsync());
              });
          stage.invariant("nothing is in use", () -> source.inUse == 0);
          stage.afterwards(
              () -> {
                await(pool.closeAsync());
                if (pool.size() != 0 || source.open != 0) {
                  throw new AssertionError(pool + ", open: " + source.open);
                }
              });
        });
  }
}
