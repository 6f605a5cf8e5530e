package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.Task;
import dev.fermata.sync.AsyncQueue;
import dev.fermata.sync.QueueShutdownException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class QueuesOracleTest extends OracleTest {
  private static List<Boolean> doneOf(List<? extends Task<?>> tasks) {
    return tasks.stream().<Boolean>map(Task::isDone).toList();
  }

  @Test
  void queueGettersFifoCancel() {
    main(
        () -> {
          AsyncQueue<Integer> q = AsyncQueue.unbounded();
          List<Task<Void>> ts = new ArrayList<>();
          for (String n : List.of("a", "b", "c")) {
            ts.add(
                start(
                    act(
                        () -> {
                          try {
                            p(n, "got", await(q.take()));
                          } catch (CancelledError e) {
                            p(n, "cancelled");
                            throw e;
                          }
                        })));
          }
          await(yieldNow());
          q.tryPut(1);
          ts.get(0).cancel();
          tick(3);
          p(doneOf(ts));
          q.tryPut(2);
          tick(2);
          p(doneOf(ts), q.size());
        });
    expect("073_queue_getters_fifo_cancel");
  }

  @Test
  void queuePutterCancel() {
    main(
        () -> {
          AsyncQueue<String> q = AsyncQueue.bounded(1);
          q.tryPut("first");
          List<Task<Void>> ts = new ArrayList<>();
          for (String n : List.of("a", "b")) {
            ts.add(
                start(
                    act(
                        () -> {
                          try {
                            await(q.put(n));
                            p("put", n);
                          } catch (CancelledError e) {
                            p("cancelled", n);
                            throw e;
                          }
                        })));
          }
          await(yieldNow());
          p("get", q.tryTake());
          ts.get(0).cancel();
          tick(4);
          p(doneOf(ts), q.tryTake(), q.isEmpty());
        });
    expect("074_queue_putter_cancel");
  }

  @Test
  void queueJoin() {
    main(
        () -> {
          AsyncQueue<Object> q = AsyncQueue.unbounded();
          await(q.join());
          p("empty join");
          for (int i = 0; i < 3; i++) {
            q.tryPut(i);
          }
          List<Task<Void>> ws = List.of(start(worker(q)), start(worker(q)));
          await(q.join());
          p("joined", now());
          try {
            q.taskDone();
          } catch (IllegalStateException e) {
            p("task_done() called too many times");
          }
          q.tryPut("again");
          await(q.join());
          p("joined", now());
          ws.forEach(Task::cancel);
        });
    expect("076_queue_join");
  }

  private Coroutine<Void> worker(AsyncQueue<Object> q) {
    return act(
        () -> {
          while (true) {
            Object i = await(q.take());
            await(sleep(s(1)));
            p("done", i, now());
            q.taskDone();
          }
        });
  }

  private record Entry(int rank, String name) {}

  @Test
  void queueKindsNowait() {
    main(
        () -> {
          Comparator<Entry> byRank = Comparator.comparingInt(Entry::rank);
          drain("PriorityQueue", AsyncQueue.priority(Integer.MAX_VALUE, byRank));
          drain("LifoQueue", AsyncQueue.lifo(Integer.MAX_VALUE));
          drain("Queue", AsyncQueue.unbounded());
          AsyncQueue<Integer> q = AsyncQueue.bounded(1);
          q.tryPut(0);
          p(q.tryPut(1) ? "put" : "QueueFull");
          for (int i = 0; i < 2; i++) {
            Integer item = q.tryTake();
            p(item == null ? "QueueEmpty" : item);
          }
          // Without a limit, the capacity is the largest number there is; in Python, -1 will do.
          boolean endless = AsyncQueue.unbounded().capacity() == Integer.MAX_VALUE;
          p(AsyncQueue.unbounded().isFull(), q.isEmpty(), q.isFull(), endless ? -1 : 0);
        });
    expect("077_queue_kinds_nowait");
  }

  private void drain(String kind, AsyncQueue<Entry> q) {
    List.of(new Entry(2, "b"), new Entry(1, "a"), new Entry(3, "c")).forEach(q::tryPut);
    List<String> names = new ArrayList<>();
    for (Entry next = q.tryTake(); next != null; next = q.tryTake()) {
      names.add(next.name());
    }
    p(kind, names);
  }

  @Test
  void queueWaitForGet() {
    main(
        () -> {
          AsyncQueue<String> q = AsyncQueue.unbounded();
          for (String first : List.of("put", "timeout")) {
            if (first.equals("put")) {
              loop().callLater(s(1), () -> q.tryPut("item1"));
            }
            Task<String> c = start(waitFor(q.take(), s(1)));
            await(yieldNow());
            if (first.equals("timeout")) {
              loop().callLater(s(1), () -> q.tryPut("item2"));
            }
            try {
              p(first, "returned", await(c));
            } catch (AsyncTimeoutException e) {
              tick(2);
              p(first, "timeout, in queue", q.size());
            }
          }
          p("left", q.size());
        });
    expect("078_queue_wait_for_get");
  }

  @Test
  void producerConsumerCancelMatrix() {
    main(
        () -> {
          int lost = 0;
          int duplicates = 0;
          TreeSet<String> outcomes = new TreeSet<>();
          for (int k = 0; k < 10; k++) {
            for (String first : List.of("put", "cancel")) {
              AsyncQueue<Integer> q = AsyncQueue.unbounded();
              List<Integer> got = new ArrayList<>();
              Task<Void> a = start(act(() -> got.add(await(q.take()))));
              Task<Void> b = start(act(() -> got.add(await(q.take()))));
              for (int turn = 0; turn < 6; turn++) {
                if (turn == k % 6) {
                  putOrCancel(first.equals("put"), q, 1, a);
                }
                if (turn == (k * 3 + 1) % 6) {
                  putOrCancel(!first.equals("put"), q, 2, a);
                }
                await(yieldNow());
              }
              int n = got.size() + q.size();
              lost += n < 1 ? 1 : 0;
              duplicates += n > 1 ? 1 : 0;
              outcomes.add("(" + got.size() + ", " + q.size() + ")");
              a.cancel();
              b.cancel();
              waitAll(a, b);
            }
          }
          p("lost", lost, "dup", duplicates, outcomes.toString());
        });
    expect("104_producer_consumer_cancel_matrix");
  }

  private static void putOrCancel(boolean put, AsyncQueue<Integer> q, int item, Task<Void> task) {
    if (put) {
      q.tryPut(item);
    } else {
      task.cancel();
    }
  }

  private Coroutine<Void> attempt(String label, Awaitable<?> awaitable) {
    return act(
        () -> {
          try {
            p(label, (Object) await(awaitable));
          } catch (QueueShutdownException e) {
            p(label, "QueueShutDown()");
          }
        });
  }

  @Test
  void queueShutdown() {
    main(
        () -> {
          AsyncQueue<String> q = AsyncQueue.bounded(1);
          q.tryPut("a");
          Task<Void> b = start(attempt("blocked put", q.put("b")));
          await(yieldNow());
          q.shutdown();
          await(b);
          await(attempt("put", q.put("c")));
          await(attempt("get", q.take()));
          await(attempt("get", q.take()));
          try {
            q.tryTake();
          } catch (QueueShutdownException e) {
            p("QueueShutDown()");
          }
          q.taskDone();
          await(q.join());
          p("joined");
          AsyncQueue<Integer> second = AsyncQueue.unbounded();
          Task<Void> g = start(attempt("blocked get", second.take()));
          await(yieldNow());
          second.shutdown();
          await(g);
          AsyncQueue<Integer> third = AsyncQueue.unbounded();
          for (int i = 0; i < 3; i++) {
            third.tryPut(i);
          }
          Task<Void> j = start(third.join());
          await(yieldNow());
          third.tryTake();
          third.shutdown(true);
          tick(3);
          p("join done", j.isDone(), "one unfinished");
          third.taskDone();
          await(j);
          p("join done", third.size());
        });
    expect("108_queue_shutdown");
  }

  @Test
  void queuePutOrderWhenFull() {
    main(
        () -> {
          AsyncQueue<String> q = AsyncQueue.bounded(1);
          q.tryPut("first");
          Task<Void> t = start(q.put("A"));
          await(yieldNow());
          p(q.tryTake());
          p(q.tryPut("B") ? "B barged in" : "QueueFull");
          await(yieldNow());
          p(q.tryTake());
          await(yieldNow());
          await(yieldNow());
          p("A put", t.isDone(), q.size());
          t.cancel();
        });
    expect("137_queue_put_order_when_full");
  }

  private Coroutine<Void> producer(AsyncQueue<String> q, String n, int k) {
    return act(
        () -> {
          for (int i = 0; i < k; i++) {
            await(q.put(n + i));
            p("put", n, i, q.size(), q.isFull());
          }
        });
  }

  private Coroutine<Void> consumer(AsyncQueue<String> q, String n, int k, int pause) {
    return act(
        () -> {
          for (int i = 0; i < k; i++) {
            p(n, "got", await(q.take()), q.size());
            tick(pause);
          }
        });
  }

  @Test
  void queueTurns() {
    main(
        () -> {
          int[][] kinds = {{1, 0}, {2, 0}, {3, 0}, {2, 2}, {1, 1}, {1, 3}};
          for (int[] kind : kinds) {
            p("size", kind[0], "pause", kind[1]);
            AsyncQueue<String> q = AsyncQueue.bounded(kind[0]);
            await(gather(clock(30), producer(q, "a", 7), consumer(q, "x", 7, kind[1])));
          }
        });
    expect("more/queue_turns");
  }
}
