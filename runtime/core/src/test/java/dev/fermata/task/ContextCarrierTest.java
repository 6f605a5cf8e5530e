package dev.fermata.task;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.startEagerly;
import static dev.fermata.Coroutines.toThread;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fermata.AsyncGenerator;
import dev.fermata.Clock;
import dev.fermata.Context;
import dev.fermata.ContextCarrier;
import dev.fermata.ContextVar;
import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.ExceptionContext;
import dev.fermata.Task;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Execution;
import dev.fermata.testing.Frame;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values of threads that follow tasks, tried with a diagnostic context as loggers have it. */
class ContextCarrierTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<Object> log = new ArrayList<>();
  private final List<ExceptionContext> reports = new ArrayList<>();

  @AfterEach
  void clear() {
    Mdc.VALUES.remove();
  }

  /** As slf4j has it: a mutable map in a thread local. */
  private static final class Mdc implements ContextCarrier<Map<String, String>> {
    static final ThreadLocal<Map<String, String>> VALUES = ThreadLocal.withInitial(TreeMap::new);

    static void put(String key, String value) {
      VALUES.get().put(key, value);
    }

    static String text() {
      return VALUES.get().toString();
    }

    @Override
    public Map<String, String> capture() {
      return new TreeMap<>(VALUES.get());
    }

    @Override
    public void restore(Map<String, String> values) {
      VALUES.set(new TreeMap<>(values));
    }
  }

  private EventLoop.Runner open(ContextCarrier<?>... carriers) {
    EventLoop.Builder builder =
        EventLoop.builder()
            .clock(Clock.virtual())
            .exceptionHandler((loop, context) -> reports.add(context));
    for (ContextCarrier<?> carrier : carriers) {
      builder.carrier(carrier);
    }
    return builder.open();
  }

  private void run(dev.fermata.AsyncAction main) {
    try (EventLoop.Runner runner = open(new Mdc())) {
      runner.run(Programs.act(main));
    }
    assertEquals(List.of(), reports);
  }

  private void note(String where) {
    log.add(where + Mdc.text());
  }

  @Test
  void aTaskKeepsItsValuesOverSuspensions() {
    Mdc.put("thread", "main");
    run(
        () -> {
          List<Task<Void>> tasks = new ArrayList<>();
          for (String name : List.of("a", "b")) {
            Mdc.put("starter", name);
            tasks.add(
                start(
                    Programs.act(
                        () -> {
                          note("begins ");
                          Mdc.put("task", name);
                          await(sleep(SECOND));
                          note("goes on ");
                          Mdc.VALUES.get().clear();
                          await(yieldNow());
                          note("cleared ");
                        })));
          }
          Mdc.put("starter", "none");
          for (Task<Void> task : tasks) {
            await(task);
          }
          note("main ");
        });
    note("after ");
    assertEquals(
        List.of(
            "begins {starter=a, thread=main}",
            "begins {starter=b, thread=main}",
            "goes on {starter=a, task=a, thread=main}",
            "goes on {starter=b, task=b, thread=main}",
            "cleared {}",
            "cleared {}",
            "main {starter=none, thread=main}",
            "after {thread=main}"),
        log);
  }

  @Test
  void callbacksSeeWhatWasThereWhenTheyWereRegistered() {
    run(
        () -> {
          EventLoop loop = EventLoop.current();
          Mdc.put("at", "soon");
          loop.callSoon(
              () -> {
                note("");
                Mdc.put("lost", "yes");
              });
          Mdc.put("at", "later");
          loop.callLater(SECOND, () -> note(""));
          Mdc.put("at", "execute");
          loop.execute(() -> note(""));
          Task<Void> task = start(sleep(SECOND));
          Mdc.put("at", "done");
          task.onDone(done -> note(""));
          Mdc.put("at", "main");
          await(sleep(SECOND.multipliedBy(2)));
          note("");
        });
    assertEquals(List.of("{at=soon}", "{at=execute}", "{at=later}", "{at=done}", "{at=main}"), log);
  }

  @Test
  void threadsGetTheValuesOfTheTaskAndLoseThemAgain() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (EventLoop.Runner runner = open(new Mdc())) {
      pool.submit(() -> Mdc.put("thread", "pool")).get();
      runner.run(
          Programs.act(
              () -> {
                Mdc.put("task", "main");
                await(
                    toThread(
                        pool,
                        () -> {
                          note("in thread ");
                          Mdc.put("lost", "yes");
                          Context within = Context.current();
                          Mdc.put("lost", "again");
                          within.run(() -> note("nested "));
                          note("back ");
                          EventLoop.run(
                              Programs.act(
                                  () -> {
                                    Mdc.put("inner", "loop");
                                    await(yieldNow());
                                  }));
                          return null;
                        }));
                note("task ");
                await(toThread(() -> log.add("other thread " + Mdc.text())));
              }));
      pool.submit(() -> note("pool ")).get();
    } finally {
      pool.shutdown();
    }
    assertEquals(
        List.of(
            "in thread {task=main}",
            "nested {lost=yes, task=main}",
            "back {lost=again, task=main}",
            "task {task=main}",
            "other thread {task=main}",
            "pool {thread=pool}"),
        log);
  }

  @Test
  void whatOtherThreadsStartHasTheirValues() throws Exception {
    try (EventLoop.Runner runner = open(new Mdc())) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      Thread outsider =
          new Thread(
              () -> {
                Mdc.put("thread", "outsider");
                runner.loop().execute(() -> note("executed "));
                runner
                    .loop()
                    .start(
                        Programs.act(
                            () -> {
                              await(yieldNow());
                              note("started ");
                              done.complete(null);
                            }));
              });
      outsider.start();
      outsider.join();
      Mdc.put("thread", "loop");
      runner.run(Programs.act(() -> await(done)));
      note("after ");
    }
    assertEquals(
        List.of("executed {thread=outsider}", "started {thread=outsider}", "after {thread=loop}"),
        log);
  }

  @Test
  void generatorsShareTheValuesOfWhoAsks() {
    run(
        () -> {
          AsyncGenerator<Integer> numbers =
              Programs.gen(
                  () -> {
                    note("first ");
                    Mdc.put("generator", "1");
                    emit(1);
                    note("second ");
                    await(sleep(SECOND));
                    note("third ");
                    emit(2);
                  });
          Mdc.put("asker", "main");
          await(numbers.moveNext());
          note("main ");
          Mdc.put("asker", "again");
          await(numbers.moveNext());
          await(numbers.closeAsync());
        });
    assertEquals(
        List.of(
            "first {asker=main}",
            "main {asker=main, generator=1}",
            "second {asker=again, generator=1}",
            "third {asker=again, generator=1}"),
        log);
  }

  @Test
  void eagerTasksHaveTheirOwn() {
    run(
        () -> {
          Mdc.put("task", "outer");
          Task<Void> eager =
              startEagerly(
                  Programs.act(
                      () -> {
                        note("eager ");
                        Mdc.put("task", "eager");
                        await(startEagerly(Programs.act(() -> Mdc.put("task", "innermost"))));
                        note("eager ");
                        await(yieldNow());
                        note("eager ");
                      }));
          note("outer ");
          await(eager);
          note("outer ");
        });
    assertEquals(
        List.of(
            "eager {task=outer}",
            "eager {task=eager}",
            "outer {task=outer}",
            "eager {task=eager}",
            "outer {task=outer}"),
        log);
  }

  /** A machine as generated code has it, which runs in the thread of the loop itself. */
  private Coroutine<Void> machine(String name) {
    return new Frame<>() {
      @Override
      protected Object step(Execution execution, Object awaited, Throwable failure)
          throws Throwable {
        note(name + state);
        Mdc.put(name, String.valueOf(state));
        return state++ == 2 ? null : execution.await(yieldNow(), this);
      }
    };
  }

  @Test
  void machinesAndBodiesTakeTurns() {
    run(
        () -> {
          Task<Void> a = start(machine("a"));
          Mdc.put("main", "1");
          Task<Void> b = start(machine("b"));
          await(machine("c"));
          await(a);
          await(b);
          note("main");
        });
    assertEquals(
        List.of(
            "c0{main=1}",
            "a0{}",
            "b0{main=1}",
            "c1{c=0, main=1}",
            "a1{a=0}",
            "b1{b=0, main=1}",
            "c2{c=1, main=1}",
            "a2{a=1}",
            "b2{b=1, main=1}",
            "main{c=2, main=1}"),
        log);
  }

  @Test
  void aContextCarriesThem() {
    ContextVar<String> variable = new ContextVar<>("variable", "none");
    run(
        () -> {
          Mdc.put("at", "first");
          Context first = Context.current();
          Mdc.put("at", "second");
          first.with(variable, "set").run(() -> note(variable.get()));
          note(variable.get());
          Context.empty().run(() -> note("empty "));
          first.call(
              () -> {
                Mdc.put("lost", "yes");
                return null;
              });
          variable.set("kept");
          note(variable.get());
          assertEquals("kept", Context.current().get(variable));
          assertEquals("none", first.get(variable));
        });
    assertEquals(List.of("set{at=first}", "none{at=second}", "empty {}", "kept{at=second}"), log);
  }

  @Test
  void aContextOfALoopWithOtherCarriersBringsWhatIsKnown() {
    ThreadLocal<String> local = new ThreadLocal<>();
    Mdc mdc = new Mdc();
    Context[] foreign = {Context.empty()};
    try (EventLoop.Runner both = open(ContextCarrier.of(local), mdc);
        EventLoop.Runner one = open(mdc);
        EventLoop.Runner none = open()) {
      both.run(
          Programs.act(
              () -> {
                local.set("local");
                Mdc.put("of", "both");
                foreign[0] = Context.current();
              }));
      one.run(
          Programs.act(
              () -> {
                Mdc.put("of", "one");
                foreign[0].run(() -> note(local.get() + " "));
                await(foreign[0].call(() -> start(Programs.act(() -> note("started ")))));
                note("back ");
              }));
      none.run(
          Programs.act(
              () -> {
                foreign[0].run(() -> note(local.get() + " "));
                await(foreign[0].call(() -> start(Programs.act(() -> note("started ")))));
                foreign[0].run(() -> Context.current().run(() -> note("nested ")));
                note(local.get() + " ");
              }));
    }
    assertEquals(
        List.of(
            "null {of=both}",
            "started {of=both}",
            "back {of=one}",
            "local {of=both}",
            "started {}",
            "nested {of=both}",
            "null {}"),
        log);
    assertEquals(List.of(), reports);
  }

  @Test
  void aContextThatIsEnteredFromWithinOneOfAnotherLoopIsLeft() {
    Mdc.put("thread", "main"); // which bodies in threads of their own do not see
    Context[] foreign = {Context.empty()};
    try (EventLoop.Runner carrying = open(new Mdc());
        EventLoop.Runner plain = open()) {
      carrying.run(
          Programs.act(
              () -> {
                Mdc.put("task", "carrying");
                foreign[0] = Context.current();
              }));
      // Its tasks have the context of the other loop, whose values it does not know.
      CompletableFuture<Void> done = new CompletableFuture<>();
      foreign[0].run(
          () ->
              plain
                  .loop()
                  .start(
                      Programs.act(
                          () -> {
                            Context.current().run(() -> note("inside "));
                            note("outside ");
                            done.complete(null);
                          })));
      plain.run(Programs.act(() -> await(done)));
    }
    assertEquals(List.of("inside {task=carrying, thread=main}", "outside {}"), log);
  }

  @Test
  void aThreadLocalIsCarriedByReference() {
    ThreadLocal<Object> local = new ThreadLocal<>();
    Object value = new Object();
    try (EventLoop.Runner runner = open(ContextCarrier.of(local))) {
      runner.run(
          Programs.act(
              () -> {
                assertNull(local.get());
                local.set(value);
                Task<Void> other = start(Programs.act(() -> local.remove()));
                await(other);
                assertSame(value, local.get());
                assertSame(value, await(toThread(local::get)));
              }));
      assertNull(local.get());
      runner.run(Programs.act(() -> assertSame(value, local.get())));
    }
    assertNull(local.get());
  }

  @Test
  void aCarrierThatFailsIsReportedAndTheOthersWork() {
    ContextCarrier<String> broken =
        new ContextCarrier<>() {
          @Override
          public String capture() {
            throw new IllegalStateException("capture");
          }

          @Override
          public void restore(String values) {
            throw new AssertionError("was not captured");
          }
        };
    ContextCarrier<String> forgetful =
        new ContextCarrier<>() {
          @Override
          public String capture() {
            return "";
          }

          @Override
          public void restore(String values) {
            throw new IllegalStateException("restore");
          }
        };
    try (EventLoop.Runner runner = open(broken, forgetful, new Mdc())) {
      runner.run(
          Programs.act(
              () -> {
                Mdc.put("task", "main");
                await(yieldNow());
                note("");
              }));
    }
    assertEquals(List.of("{task=main}"), log);
    assertEquals("a context carrier failed", reports.get(0).message());
    assertEquals(
        Set.of("capture", "restore"),
        reports.stream()
            .map(report -> report.exception().getMessage())
            .collect(Collectors.toSet()));
  }

  @Test
  void withoutCarriersAThreadIsLeftAlone() {
    Mdc.put("thread", "main");
    try (EventLoop.Runner runner = open()) {
      runner.run(
          new Frame<Void>() {
            @Override
            protected Object step(Execution execution, Object awaited, Throwable failure) {
              Mdc.put("seen", "by all");
              return null;
            }
          });
    }
    assertEquals("{seen=by all, thread=main}", Mdc.text());
    assertSame(Context.empty(), Context.current());
    assertEquals(false, Bodies.ORIGINAL);
  }
}
