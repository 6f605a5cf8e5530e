package dev.fermata.oracle;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.shield;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.AsyncContext;
import dev.fermata.AsyncExitStack;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncScope;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.Task;
import dev.fermata.oracle.PyError.KeyError;
import dev.fermata.oracle.PyError.OSError;
import dev.fermata.oracle.PyError.ValueError;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ResourcesOracleTest extends OracleTest {
  private Coroutine<AsyncScope> enter(
      String name, RuntimeException onEnter, RuntimeException onExit) {
    return co(
        () -> {
          p("enter", name);
          await(yieldNow());
          if (onEnter != null) {
            throw onEnter;
          }
          return failure ->
              act(
                  () -> {
                    p("exit", name, x(failure));
                    await(yieldNow());
                    if (onExit != null) {
                      throw onExit;
                    }
                  });
        });
  }

  private AsyncScope enter(String name) {
    return await(enter(name, null, null));
  }

  @Test
  void order() {
    main(
        () -> {
          with(enter("a"), a -> with(enter("b"), b -> p("body", "a", "b")));
          try {
            with(enter("a"), a -> await(enter("b", new ValueError("enter b"), null)));
          } catch (ValueError e) {
            p(x(e));
          }
          with(
              enter("a"),
              a -> {
                // A scope cannot swallow what its body throws. What is around it can.
                try {
                  with(
                      enter("sup"),
                      sup ->
                          with(
                              enter("c"),
                              c -> {
                                throw new KeyError("k");
                              }));
                } catch (KeyError swallowed) {
                  return;
                }
              });
          p("suppressed");
          try {
            with(
                await(enter("a", null, new OSError("exit a"))),
                a -> {
                  throw new KeyError("k");
                });
          } catch (OSError e) {
            p(x(e), "context KeyError('k')"); // Java has no implicit context
          }
          p(
              await(
                  co(
                      () -> {
                        with(enter("r"), r -> {});
                        return "returned";
                      })));
        });
    expect("090_async_with_order");
  }

  private AsyncContext<String> enterManager(String name) {
    AsyncGenerator<String> manager =
        gen(
            () -> {
              p("enter", name);
              try {
                emit(name);
              } catch (Throwable e) {
                p(name, "saw", x(e));
                throw e;
              } finally {
                await(yieldNow());
                p("exit", name);
              }
            });
    return await(AsyncContext.enter(manager));
  }

  private Coroutine<Void> callback(String name, RuntimeException failure) {
    return act(
        () -> {
          p("callback", name);
          if (failure != null) {
            throw failure;
          }
        });
  }

  @Test
  void exitStack() {
    main(
        () -> {
          AsyncExitStack[] keep = new AsyncExitStack[1];
          with(
              AsyncExitStack.open(),
              s -> {
                s.add(enterManager("1"));
                s.onExit(() -> callback("2", null));
                s.add(() -> p("sync 3"));
                s.add(enterManager("4"));
                keep[0] = s.moveAll();
                p("moved");
              });
          p("outer exit did nothing");
          await(keep[0].closeAsync());
          try {
            with(
                AsyncExitStack.open(),
                s -> {
                  s.add(enterManager("5"));
                  // What is closed adds to the failure. A scope may take its place.
                  AsyncScope replacing = failure -> callback("6", new OSError("in 6"));
                  s.add(replacing);
                  throw new ValueError("body");
                });
          } catch (OSError e) {
            p(x(e), "context ValueError('body')"); // Java has no implicit context
          }
        });
    expect("091_async_exit_stack");
  }

  private AsyncGenerator<Void> swallowing() {
    return gen(
        () -> {
          try {
            emit(null);
          } catch (ValueError e) {
            p("swallowed", x(e));
          }
        });
  }

  @Test
  void contextOfGenerator() {
    Supplier<AsyncGenerator<Void>> none = () -> gen(() -> {});
    Supplier<AsyncGenerator<Void>> twice =
        () ->
            gen(
                () -> {
                  emit(null);
                  emit(null);
                });
    Supplier<AsyncGenerator<Void>> cleanup =
        () ->
            gen(
                () -> {
                  try {
                    emit(null);
                  } catch (CancelledError e) {
                    p("cancel at yield", x(e));
                    throw e;
                  } finally {
                    await(sleep(s(1)));
                    p("cleaned", now());
                  }
                });
    main(
        () -> {
          assertThrows(
              ValueError.class,
              () ->
                  with(
                      await(AsyncContext.enter(swallowing())),
                      context -> {
                        throw new ValueError("v"); // goes on: a scope cannot swallow it
                      }));
          assertThrows(IllegalStateException.class, () -> await(AsyncContext.enter(none.get())));
          p("none generator didn't yield");
          assertThrows(
              IllegalStateException.class,
              () -> with(await(AsyncContext.enter(twice.get())), context -> {}));
          p("twice generator didn't stop");
          Task<Void> t =
              start(
                  act(
                      () ->
                          with(
                              await(AsyncContext.enter(cleanup.get())),
                              context -> await(sleep(s(100))))));
          await(sleep(s(1)));
          t.cancel("c");
          waitAll(t);
          p(t.isCancelled(), now());
        });
    expect("092_asynccontextmanager_rules");
  }

  private Coroutine<Void> close(String name) {
    return act(
        () -> {
          await(sleep(s(2)));
          p("closed", name, now());
        });
  }

  private AsyncScope closing(String name, boolean protect) {
    p("enter", name);
    return failure ->
        act(
            () -> {
              p("exit", name, x(failure));
              if (!protect) {
                await(close(name));
                return;
              }
              Task<Void> inner = start(close(name));
              try {
                await(shield(inner));
              } catch (CancelledError e) {
                await(inner);
                throw e;
              }
            });
  }

  @Test
  void cancelDuringExit() {
    main(
        () -> {
          for (boolean protect : new boolean[] {false, true}) {
            Task<Void> t =
                start(
                    act(
                        () ->
                            with(
                                closing("outer", true),
                                outer -> with(closing("inner", protect), inner -> p("body")))));
            await(sleep(s(1)));
            t.cancel("c");
            waitAll(t);
            p(protect, "cancelled", t.isCancelled(), now());
          }
        });
    expect("126_cancel_during_aexit");
  }
}
