package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.gather;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.timeout;
import static dev.fermata.Coroutines.waitFor;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncAction;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.sync.AsyncBarrier;
import dev.fermata.sync.AsyncCondition;
import dev.fermata.sync.AsyncEvent;
import dev.fermata.sync.AsyncLock;
import dev.fermata.sync.AsyncSemaphore;
import dev.fermata.sync.BarrierBrokenException;
import dev.fermata.sync.Held;
import dev.fermata.sync.Permit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SyncOracleTest extends OracleTest {
  private Coroutine<Void> reporting(String name, AsyncAction body) {
    return act(
        () -> {
          try {
            body.run();
          } catch (CancelledError cancelled) {
            p("cancelled", name);
            throw cancelled;
          }
        });
  }

  @Test
  void lockCancelWaiting() {
    main(
        () -> {
          AsyncLock lock = new AsyncLock();
          List<Task<Void>> ts = new ArrayList<>();
          for (String n : List.of("a", "b", "c", "d")) {
            ts.add(
                start(
                    reporting(
                        n,
                        () ->
                            with(
                                await(lock.acquire()),
                                held -> {
                                  p("in", n);
                                  await(sleep(s(1)));
                                }))));
          }
          await(sleep(s(0.5)));
          ts.get(1).cancel();
          waitAll(ts);
          p(lock.isLocked(), now());
        });
    expect("059_lock_cancel_waiting");
  }

  @Test
  void lockCancelWokenWaiter() {
    main(
        () -> {
          for (String order : List.of("release-cancel", "cancel-release")) {
            AsyncLock lock = new AsyncLock();
            Held first = await(lock.acquire());
            List<Task<Void>> ts = new ArrayList<>();
            for (String n : List.of("a", "b")) {
              ts.add(
                  start(
                      reporting(
                          n,
                          () -> {
                            Held held = await(lock.acquire());
                            p("got", n);
                            held.release();
                          })));
            }
            await(yieldNow());
            if (order.equals("release-cancel")) {
              first.release();
              ts.get(0).cancel();
            } else {
              ts.get(0).cancel();
              first.release();
            }
            waitAll(ts);
            p(order, lock.isLocked());
          }
        });
    expect("060_lock_cancel_woken_waiter");
  }

  @Test
  void semaphoreFifo() {
    main(
        () -> {
          AsyncSemaphore two = new AsyncSemaphore(2);
          p(two.isLocked());
          List<Coroutine<Void>> workers = new ArrayList<>();
          for (String n : List.of("a", "b", "c", "d", "e")) {
            workers.add(
                act(
                    () ->
                        with(
                            await(two.acquire()),
                            permit -> {
                              p("in", n, now());
                              await(sleep(s(n.equals("a") ? 3 : 1)));
                            })));
          }
          await(gather(workers));
          p(two.isLocked(), now());
          AsyncSemaphore s = AsyncSemaphore.unbounded(0);
          List<String> got = new ArrayList<>();
          List<Task<Void>> t = new ArrayList<>();
          for (String n : List.of("x", "y")) {
            t.add(start(taking(s, n, got)));
          }
          await(yieldNow());
          s.release();
          s.release();
          s.release();
          p("value left for newcomers, locked():", s.isLocked());
          t.add(start(taking(s, "late", got)));
          await(s.acquire());
          got.add("main");
          s.release();
          await(gather(t));
          p(got);
        });
    expect("062_semaphore_fifo");
  }

  private static Coroutine<Void> taking(AsyncSemaphore s, String name, List<String> got) {
    return act(
        () -> {
          await(s.acquire());
          got.add(name);
        });
  }

  private List<Task<Void>> takers(AsyncSemaphore s, String... names) {
    List<Task<Void>> tasks = new ArrayList<>();
    for (String n : names) {
      tasks.add(
          start(
              reporting(
                  n,
                  () -> {
                    await(s.acquire());
                    p("got", n);
                  })));
    }
    await(yieldNow());
    return tasks;
  }

  @Test
  void semaphoreCancelWoken() {
    main(
        () -> {
          AsyncSemaphore s = AsyncSemaphore.unbounded(0);
          List<Task<Void>> ts = takers(s, "a", "b", "c");
          s.release();
          ts.get(0).cancel();
          tick(2);
          p("b done", ts.get(1).isDone(), "c done", ts.get(2).isDone());
          ts.get(2).cancel();
          waitAll(ts);
          s.release();
          p("free again", !s.isLocked());
          await(s.acquire());
          p("locked", s.isLocked());
        });
    expect("063_semaphore_cancel_woken");
  }

  @Test
  void semaphoreMultiRelease() {
    main(
        () -> {
          AsyncSemaphore s = AsyncSemaphore.unbounded(0);
          List<Task<Void>> ts = takers(s, "a", "b", "c", "d");
          s.release();
          s.release();
          ts.get(0).cancel();
          tick(3);
          p(doneOf(ts));
          s.release();
          tick(2);
          p(doneOf(ts));
        });
    expect("064_semaphore_multi_release");
  }

  private static List<Boolean> doneOf(List<Task<Void>> tasks) {
    return tasks.stream().map(Task::isDone).toList();
  }

  @Test
  void event() {
    main(
        () -> {
          AsyncEvent e = new AsyncEvent();
          List<Task<Void>> ts = new ArrayList<>();
          for (String n : List.of("a", "b", "c")) {
            ts.add(start(waiting(e, n)));
          }
          await(yieldNow());
          ts.get(1).cancel();
          e.set();
          e.clear();
          waitAll(ts);
          e.set();
          await(e.waitUntilSet());
          p(e.isSet(), "immediately"); // in Python, wait() returns true
          Task<Void> t = start(waiting(e, "d"));
          await(yieldNow());
          p(t.isDone());
        });
    expect("066_event");
  }

  private Coroutine<Void> waiting(AsyncEvent e, String name) {
    return reporting(
        name,
        () -> {
          await(e.waitUntilSet());
          p("woken", name, "is_set", e.isSet());
        });
  }

  private Coroutine<Void> waiting(AsyncCondition c, String name) {
    return reporting(
        name,
        () ->
            with(
                await(c.acquire()),
                held -> {
                  await(c.waitForSignal());
                  p("woken", name);
                }));
  }

  @Test
  void conditionNotify() {
    main(
        () -> {
          AsyncCondition c = new AsyncCondition();
          try {
            c.signal(1);
          } catch (IllegalStateException e) {
            p("cannot notify on un-acquired lock");
          }
          try {
            await(c.waitForSignal());
          } catch (IllegalStateException e) {
            p("cannot wait on un-acquired lock");
          }
          List<Task<Void>> ts = new ArrayList<>();
          for (String n : List.of("a", "b", "c", "d")) {
            ts.add(start(waiting(c, n)));
          }
          await(yieldNow());
          with(
              await(c.acquire()),
              held -> {
                c.signal(2);
                p("notified 2, still holding");
                tick(3);
              });
          tick(5);
          p(doneOf(ts));
          with(await(c.acquire()), held -> c.signalAll());
          await(gather(ts));
          List<Integer> x = new ArrayList<>();
          BooleanSupplier any = () -> !x.isEmpty();
          Task<Void> t =
              start(
                  act(
                      () ->
                          with(
                              await(c.acquire()),
                              held -> {
                                await(c.waitUntil(any));
                                p("pred ->", x.size(), now());
                              })));
          for (int i = 0; i < 2; i++) {
            int round = i;
            await(sleep(s(1)));
            with(
                await(c.acquire()),
                held -> {
                  if (round > 0) {
                    x.add(1);
                  }
                  c.signalAll();
                });
          }
          await(t);
        });
    expect("067_condition_notify");
  }

  @Test
  void conditionLostNotify() {
    main(
        () -> {
          AsyncCondition c = new AsyncCondition();
          Task<Void> a = start(waiting(c, "a"));
          Task<Void> b = start(waiting(c, "b"));
          await(yieldNow());
          with(
              await(c.acquire()),
              held -> {
                c.signal(1);
                a.cancel();
              });
          waitAll(a);
          await(b);
          p("no deadlock");
        });
    expect("069_condition_lost_notify");
  }

  private Coroutine<Void> arriving(AsyncBarrier b, String name) {
    return reporting(
        name,
        () -> {
          try {
            p("passed", name, await(b.arrive()));
          } catch (BarrierBrokenException e) {
            p("broken", name);
          }
        });
  }

  private List<Task<Void>> arrivals(AsyncBarrier b, String... names) {
    List<Task<Void>> tasks = new ArrayList<>();
    for (String n : names) {
      tasks.add(start(arriving(b, n)));
    }
    return tasks;
  }

  @Test
  void barrier() {
    main(
        () -> {
          AsyncBarrier b = new AsyncBarrier(3);
          List<Task<Void>> ts = arrivals(b, "a", "b");
          tick(3);
          p("waiting", b.waiting());
          await(arriving(b, "main"));
          await(gather(ts));
          await(gather(arrivals(b, "c", "d", "e")));
          ts = arrivals(b, "f", "g");
          tick(3);
          b.reset();
          await(gather(ts));
          p("reset; broken", b.isBroken(), b.waiting());
          ts = arrivals(b, "h");
          tick(3);
          b.abort();
          await(gather(ts));
          p("broken", b.isBroken());
          await(arriving(b, "late"));
          p("ctx", await(new AsyncBarrier(1).arrive()));
        });
    expect("070_barrier");
  }

  @Test
  void barrierCancel() {
    main(
        () -> {
          AsyncBarrier b = new AsyncBarrier(2);
          Task<Void> a = start(arriving(b, "a"));
          tick(3);
          a.cancel();
          waitAll(a);
          p(b.waiting(), b.isBroken());
          await(gather(arriving(b, "c"), arriving(b, "d")));
        });
    expect("071_barrier_cancel");
  }

  @Test
  void conditionWaitUnderWaitFor() {
    main(
        () -> {
          AsyncCondition c = new AsyncCondition();
          with(
              await(c.acquire()),
              held -> {
                try {
                  await(waitFor(c.waitForSignal(), s(1)));
                } catch (AsyncTimeoutException e) {
                  p("timeout, lock held", c.lock().isLocked(), now());
                }
              });
          p("released", c.lock().isLocked());
          with(
              await(c.acquire()),
              held -> {
                try {
                  with(timeout(s(1)), limit -> await(c.waitForSignal()));
                } catch (AsyncTimeoutException e) {
                  p("timeout, lock held", c.lock().isLocked(), now());
                }
              });
        });
    expect("113_condition_wait_under_wait_for");
  }

  @Test
  void loopBoundPrimitives() {
    AsyncLock lock = new AsyncLock();
    List<EventLoop> loops = new ArrayList<>();
    main(
        () -> {
          loops.add(loop());
          await(lock.acquire());
          Task<Held> t = start(lock.acquire());
          await(yieldNow());
          t.cancel();
          waitAll(t);
        });
    main(
        () -> {
          try {
            await(waitFor(lock.acquire(), s(1)));
          } catch (IllegalStateException e) {
            String message = e.getMessage();
            p(
                message.contains(" belongs to EventLoop")
                    ? "is bound to a different event loop"
                    : message);
          }
        });
    try {
      loops.get(0).callSoon(() -> p("never"));
    } catch (IllegalStateException e) {
      p("Event loop is closed");
    }
    expect("119_loop_bound_primitives");
  }

  @Test
  void fairAlternation() {
    main(
        () -> {
          AsyncLock lock = new AsyncLock();
          alternate("Lock", () -> lock.acquire());
          AsyncSemaphore semaphore = new AsyncSemaphore(1);
          alternate("Semaphore", () -> semaphore.acquire());
        });
    expect("120_fair_alternation");
  }

  private void alternate(String kind, Supplier<Coroutine<? extends AsyncCloseable>> acquire) {
    List<String> out = new ArrayList<>();
    List<Coroutine<Void>> workers = new ArrayList<>();
    for (String n : List.of("a", "b", "c")) {
      workers.add(
          act(
              () -> {
                for (int i = 0; i < 4; i++) {
                  with(
                      await(acquire.get()),
                      held -> {
                        out.add(n);
                        await(yieldNow());
                      });
                }
              }));
    }
    await(gather(workers));
    p(kind, String.join("", out));
  }

  @Test
  void cancelInAenterAndAcquire() {
    main(
        () -> {
          AsyncLock lock = new AsyncLock();
          Held held = await(lock.acquire());
          Task<Void> t =
              start(
                  act(
                      () ->
                          with(
                              await(lock.acquire()),
                              never -> {
                                p("never in body");
                                await(sleep(s(1)));
                              })));
          await(yieldNow());
          held.release();
          t.cancel();
          waitAll(t);
          p("cancelled", t.isCancelled(), "lock leaked", lock.isLocked());
          AsyncSemaphore s = AsyncSemaphore.unbounded(0);
          Task<Void> u =
              start(
                  act(
                      () ->
                          with(
                              await(s.acquire()),
                              never -> {
                                p("never in body");
                                await(sleep(s(1)));
                              })));
          await(yieldNow());
          s.release();
          u.cancel();
          waitAll(u);
          p("cancelled", u.isCancelled(), "permit leaked", s.isLocked());
        });
    expect("123_cancel_in_aenter_and_acquire");
  }

  @Test
  void limitedGather() {
    main(
        () -> {
          AsyncSemaphore s = new AsyncSemaphore(3);
          int[] current = {0};
          int[] peak = {0};
          List<Coroutine<Integer>> jobs = new ArrayList<>();
          for (int i = 0; i < 10; i++) {
            int job = i;
            jobs.add(
                co(
                    () -> {
                      with(
                          await(s.acquire()),
                          permit -> {
                            current[0]++;
                            peak[0] = Math.max(peak[0], current[0]);
                            await(sleep(s(1)));
                            current[0]--;
                          });
                      return job * job;
                    }));
          }
          p(await(gather(jobs)), "peak", peak[0], "t", now());
        });
    expect("130_limited_gather");
  }

  @Test
  void asyncWithLockCancelBody() {
    main(
        () -> {
          AsyncLock lock = new AsyncLock();
          cancelInBody(() -> lock.acquire());
          p(lock.isLocked(), now());
          AsyncSemaphore semaphore = new AsyncSemaphore(1);
          cancelInBody(() -> semaphore.acquire());
          p(semaphore.isLocked(), now());
        });
    expect("133_async_with_lock_cancel_body");
  }

  private void cancelInBody(Supplier<Coroutine<? extends AsyncCloseable>> acquire) {
    List<Task<Void>> ts = new ArrayList<>();
    for (String n : List.of("a", "b", "c")) {
      ts.add(
          start(
              reporting(
                  n,
                  () ->
                      with(
                          await(acquire.get()),
                          held -> {
                            p("in", n);
                            await(sleep(s(10)));
                            p("out", n);
                          }))));
    }
    await(sleep(s(1)));
    ts.get(0).cancel();
    await(sleep(s(1)));
    ts.get(1).cancel();
    waitAll(ts);
  }

  private Coroutine<Void> rounds(
      Supplier<Coroutine<? extends AsyncCloseable>> acquire, String n, int rounds, int pause) {
    return act(
        () -> {
          for (int i = 0; i < rounds; i++) {
            int round = i;
            with(
                await(acquire.get()),
                held -> {
                  p("in", n, round);
                  tick(pause);
                });
            p("out", n, round);
          }
        });
  }

  private void threeInRounds(Supplier<Coroutine<? extends AsyncCloseable>> acquire) {
    await(
        gather(
            clock(9),
            rounds(acquire, "a", 2, 1),
            rounds(acquire, "b", 2, 0),
            rounds(acquire, "c", 1, 2)));
  }

  @Test
  void lockTurns() {
    main(
        () -> {
          p("Lock");
          AsyncLock lock = new AsyncLock();
          threeInRounds(() -> lock.acquire());
          p(lock.isLocked());
          for (int permits = 1; permits <= 2; permits++) {
            p("Semaphore");
            AsyncSemaphore semaphore = new AsyncSemaphore(permits);
            threeInRounds(() -> semaphore.acquire());
            p(semaphore.isLocked());
          }
          Held held = await(lock.acquire());
          Task<Void> t = start(rounds(() -> lock.acquire(), "t", 1, 1));
          await(yieldNow());
          held.release();
          p("promised", lock.isLocked());
          Task<Void> u = start(rounds(() -> lock.acquire(), "u", 1, 0));
          await(yieldNow());
          p("taken", lock.isLocked());
          await(gather(t, u));
          p(lock.isLocked());
          AsyncSemaphore s = new AsyncSemaphore(2);
          Permit permit = await(s.acquire());
          permit.release();
          try {
            permit.release();
          } catch (IllegalStateException e) {
            p("ValueError('BoundedSemaphore released too many times')");
          }
          p(s.isLocked());
        });
    expect("more/lock_turns");
  }

  private Coroutine<Void> waitingOrCancelled(AsyncCondition c, String n) {
    return act(
        () ->
            with(
                await(c.acquire()),
                held -> {
                  try {
                    await(c.waitForSignal());
                    p("woken", n);
                  } catch (CancelledError e) {
                    p("cancelled", n, c.lock().isLocked());
                    throw e;
                  }
                }));
  }

  private List<Task<Void>> waitingOrCancelled(AsyncCondition c, List<String> names) {
    List<Task<Void>> tasks = new ArrayList<>();
    names.forEach(n -> tasks.add(start(waitingOrCancelled(c, n))));
    await(yieldNow());
    return tasks;
  }

  @Test
  void conditionTurns() {
    main(
        () -> {
          AsyncCondition c = new AsyncCondition();
          List<Task<Void>> all = new ArrayList<>(waitingOrCancelled(c, List.of("a", "b", "c")));
          with(
              await(c.acquire()),
              held -> {
                all.add(start(act(() -> with(await(c.acquire()), mine -> p("acquired", "u")))));
                c.signalAll();
                all.add(start(clock(6)));
                tick(2);
                p("releasing");
              });
          await(gather(all));
          List<Task<Void>> ts = waitingOrCancelled(c, List.of("d", "e", "f"));
          with(
              await(c.acquire()),
              held -> {
                ts.get(0).cancel();
                tick(2);
                ts.get(1).cancel();
                tick(2);
                p("releasing", doneOf(ts));
              });
          tick(4);
          p(doneOf(ts));
          with(await(c.acquire()), held -> c.signal(5));
          waitAll(ts);
          p(ts.stream().map(Task::isCancelled).toList(), c.lock().isLocked());
        });
    expect("more/condition_turns");
  }
}
