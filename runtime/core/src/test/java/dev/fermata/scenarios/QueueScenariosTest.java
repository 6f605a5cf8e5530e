package dev.fermata.scenarios;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;
import static dev.fermata.testing.Programs.act;
import static dev.fermata.testing.Programs.with;

import dev.fermata.AsyncIterator;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionGroup;
import dev.fermata.TaskGroup;
import dev.fermata.sync.AsyncQueue;
import dev.fermata.sync.QueueShutdownException;
import dev.fermata.testing.explore.CancelEverywhere;
import dev.fermata.testing.explore.Scenario;
import dev.fermata.testing.explore.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Queues, whatever happens to those who put and take: each item is taken once, or still there. */
class QueueScenariosTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** A queue, and what has become of its items. */
  private static final class Ledger {
    final AsyncQueue<Integer> queue;
    final List<Integer> put = new ArrayList<>();
    final List<Integer> taken = new ArrayList<>();
    private int next;

    Ledger(AsyncQueue<Integer> queue) {
      this.queue = queue;
    }

    int newItem() {
      return next++;
    }

    void take(int item) {
      taken.add(item);
      if (queue.size() > queue.capacity()) {
        throw new AssertionError("too many: " + queue);
      }
    }

    /** Checks that what was put, and nothing else, was taken or is there. */
    boolean isBalanced() {
      List<Integer> found = new ArrayList<>(taken);
      if (!queue.isEmpty() || !queue.isShutdown()) {
        for (Integer item = queue.tryTake(); item != null; item = queue.tryTake()) {
          found.add(item);
          if (queue.isEmpty()) {
            break;
          }
        }
      }
      return new HashSet<>(found).size() == found.size()
          && found.size() == put.size()
          && found.containsAll(put);
    }

    /** Shuts the queue down when all has come to rest: what waits then is woken by it. */
    void endWith(Stage stage) {
      EventLoop.current().callLater(SECOND.multipliedBy(20), queue::shutdown);
      stage.afterwards(() -> await(sleep(SECOND.multipliedBy(30))));
      stage.invariant("each item is taken or there", this::isBalanced);
    }
  }

  private static void produce(Stage stage, Ledger ledger, String name, int items) {
    stage
        .participant(
            name,
            () -> {
              for (int i = 0; i < items; i++) {
                int item = ledger.newItem();
                stage.await(ledger.queue.put(item));
                ledger.put.add(item);
                stage.await(i % 2 == 0 ? yieldNow() : sleep(SECOND));
              }
            })
        .mayEndWith(QueueShutdownException.class);
  }

  private static void consume(Stage stage, Ledger ledger, String name) {
    stage
        .participant(
            name,
            () -> {
              while (true) {
                ledger.take(stage.await(ledger.queue.take()));
                stage.await(yieldNow());
              }
            })
        .mayEndWith(QueueShutdownException.class);
  }

  private static Scenario twoAndTwo(Supplier<AsyncQueue<Integer>> queue) {
    return stage -> {
      Ledger ledger = new Ledger(queue.get());
      produce(stage, ledger, "p1", 3);
      produce(stage, ledger, "p2", 2);
      consume(stage, ledger, "c1");
      consume(stage, ledger, "c2");
      ledger.endWith(stage);
    };
  }

  @Test
  void bounded() {
    CancelEverywhere.explore(twoAndTwo(() -> AsyncQueue.bounded(1)));
    CancelEverywhere.explore(twoAndTwo(() -> AsyncQueue.bounded(2)));
  }

  @Test
  void unbounded() {
    CancelEverywhere.explore(twoAndTwo(AsyncQueue::unbounded));
  }

  @Test
  void priority() {
    CancelEverywhere.explore(
        twoAndTwo(() -> AsyncQueue.priority(2, Comparator.<Integer>reverseOrder())));
  }

  @Test
  void lifo() {
    CancelEverywhere.explore(twoAndTwo(() -> AsyncQueue.lifo(2)));
  }

  @Test
  void manyPutIntoOnePlace() {
    CancelEverywhere.explore(
        stage -> {
          Ledger ledger = new Ledger(AsyncQueue.bounded(1));
          for (String name : List.of("p1", "p2", "p3")) {
            produce(stage, ledger, name, 1);
          }
          stage
              .participant(
                  "c",
                  () -> {
                    for (int i = 0; i < 3; i++) {
                      stage.await(sleep(SECOND));
                      Integer item = ledger.queue.tryTake();
                      if (item != null) {
                        ledger.take(item);
                      }
                    }
                  })
              .mayEndWith(QueueShutdownException.class);
          ledger.endWith(stage);
        });
  }

  @Test
  void takenWithinATimeLimit() {
    CancelEverywhere.explore(
        stage -> {
          Ledger ledger = new Ledger(AsyncQueue.bounded(1));
          produce(stage, ledger, "p", 4);
          for (String name : List.of("c1", "c2")) {
            stage
                .participant(
                    name,
                    () -> {
                      while (true) {
                        ledger.take(stage.await(waitFor(ledger.queue.take(), SECOND)));
                      }
                    })
                .mayEndWith(QueueShutdownException.class)
                .mayEndWith(AsyncTimeoutException.class);
          }
          ledger.endWith(stage);
        });
  }

  @Test
  void putWithinATimeLimit() {
    CancelEverywhere.explore(
        stage -> {
          Ledger ledger = new Ledger(AsyncQueue.bounded(1));
          for (String name : List.of("p1", "p2")) {
            stage
                .participant(
                    name,
                    () -> {
                      for (int i = 0; i < 3; i++) {
                        int item = ledger.newItem();
                        stage.await(waitFor(ledger.queue.put(item), SECOND));
                        ledger.put.add(item);
                      }
                    })
                .mayEndWith(QueueShutdownException.class)
                .mayEndWith(AsyncTimeoutException.class);
          }
          stage
              .participant(
                  "c",
                  () -> {
                    for (int i = 0; i < 4; i++) {
                      stage.await(sleep(SECOND));
                      ledger.take(stage.await(ledger.queue.take()));
                    }
                  })
              .mayEndWith(QueueShutdownException.class);
          ledger.endWith(stage);
        });
  }

  @Test
  void takenByTasksOfAGroup() {
    CancelEverywhere.explore(
        stage -> {
          Ledger ledger = new Ledger(AsyncQueue.bounded(1));
          produce(stage, ledger, "p", 3);
          stage
              .participant(
                  "c",
                  () ->
                      with(
                          TaskGroup.open(),
                          group -> {
                            for (String name : List.of("c1", "c2")) {
                              group.start(
                                  act(() -> ledger.take(stage.await(ledger.queue.take()))), name);
                            }
                            stage.await(sleep(SECOND));
                          }))
              .mayEndWith(ExceptionGroup.class);
          ledger.endWith(stage);
        });
  }

  @Test
  void walk() {
    CancelEverywhere.explore(
        stage -> {
          Ledger ledger = new Ledger(AsyncQueue.bounded(2));
          produce(stage, ledger, "p", 4);
          for (String name : List.of("c1", "c2")) {
            stage.participant(
                name,
                () -> {
                  AsyncIterator<Integer> walk = ledger.queue.iterator();
                  while (stage.await(walk.moveNext())) {
                    ledger.take(walk.current());
                    stage.await(yieldNow());
                  }
                });
          }
          ledger.endWith(stage);
        });
  }

  @Test
  void join() {
    CancelEverywhere.explore(
        stage -> {
          Ledger ledger = new Ledger(AsyncQueue.bounded(2));
          produce(stage, ledger, "p", 3);
          stage
              .participant(
                  "c",
                  () -> {
                    while (true) {
                      ledger.take(stage.await(ledger.queue.take()));
                      try {
                        stage.await(sleep(SECOND));
                      } finally {
                        ledger.queue.taskDone();
                      }
                    }
                  })
              .mayEndWith(QueueShutdownException.class);
          stage.participant(
              "j",
              () -> {
                stage.await(yieldNow());
                stage.await(ledger.queue.join());
                if (ledger.queue.unfinished() > 0) {
                  stage.log("more was put meanwhile");
                }
              });
          EventLoop.current().callLater(SECOND.multipliedBy(20), () -> ledger.queue.shutdown(true));
          stage.afterwards(
              () -> {
                await(sleep(SECOND.multipliedBy(30)));
                await(ledger.queue.join());
              });
          stage.invariant("all is finished", () -> ledger.queue.unfinished() == 0);
          stage.invariant("nothing is there", () -> ledger.queue.isEmpty());
        });
  }

  /** It is shut down while items, and places, are on their way to tasks. */
  @Test
  void shutdownInTheMiddle() {
    for (boolean immediate : new boolean[] {false, true}) {
      CancelEverywhere.explore(
          stage -> {
            Ledger ledger = new Ledger(AsyncQueue.bounded(1));
            produce(stage, ledger, "p1", 3);
            produce(stage, ledger, "p2", 3);
            consume(stage, ledger, "c1");
            consume(stage, ledger, "c2");
            stage.participant(
                "s",
                () -> {
                  stage.await(yieldNow());
                  stage.await(yieldNow());
                  ledger.queue.shutdown(immediate);
                });
            if (immediate) {
              EventLoop.current().callLater(SECOND.multipliedBy(20), ledger.queue::shutdown);
              stage.afterwards(() -> await(sleep(SECOND.multipliedBy(30))));
              stage.invariant("no item is taken twice", () -> isDistinct(ledger.taken));
            } else {
              ledger.endWith(stage);
            }
          });
    }
  }

  private static boolean isDistinct(List<Integer> items) {
    return new HashSet<>(items).size() == items.size();
  }
}
