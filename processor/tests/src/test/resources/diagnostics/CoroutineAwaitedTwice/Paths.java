import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

abstract class Paths {
  abstract Coroutine<String> fetch(String uri);

  @Async
  Coroutine<String> oneAfterTheOther() {
    Coroutine<String> text = fetch("a");
    String first = await(text);
    return done(first + await(/*! text may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(text) [CoroutineAwaitedTwice] */ text));
  }

  @Async
  Coroutine<String> inALoop() {
    Coroutine<String> text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
    String all = "";
    for (int i = 0; i < 2; i++) {
      all += await(/*! text may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(text) [CoroutineAwaitedTwice] */ text);
    }
    return done(all);
  }

  @Async
  Coroutine<String> triedAgain() {
    Coroutine<String> text = fetch("a");
    while (true) {
      try {
        return done(await(/*! text may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(text) [CoroutineAwaitedTwice] */ text));
      } catch (IllegalStateException e) {
        await(yieldNow());
      }
    }
  }

  @Async
  Coroutine<String> onOneWay(boolean first) {
    Coroutine<String> text = fetch("a");
    if (first) {
      System.out.println(await(text));
    }
    return done(await(/*! text may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(text) [CoroutineAwaitedTwice] */ text));
  }

  @Async
  Coroutine<String> startedAndAwaited() {
    Coroutine<String> text = fetch("a");
    Task<String> task = start(text);
    await(task);
    return done(await(/*! text may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(text) [CoroutineAwaitedTwice] */ text));
  }

  @Async
  Coroutine<Void> gathered() {
    Coroutine<String> text = fetch("a");
    await(gather(text, /*! text may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(text) [CoroutineAwaitedTwice] */ text));
    return done();
  }

  @Async
  Coroutine<String> aParameter(Coroutine<String> text) {
    System.out.println(await(text));
    return done(await(waitFor(/*! text may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(text) [CoroutineAwaitedTwice] */ text, java.time.Duration.ofSeconds(1))));
  }

  @Async
  Coroutine<Void> inGroups(String[] names) {
    try (var group = TaskGroup.open()) {
      Coroutine<String> text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
      for (String name : names) {
        group.start(/*! text may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(text) [CoroutineAwaitedTwice] */ text, name);
      }
    }
    return done();
  }

  void inPlainCode(EventLoop loop) {
    Coroutine<String> text = fetch("a");
    Task<String> task = loop.start(text);
    EventLoop.run(/*! text may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(text) [CoroutineAwaitedTwice] */ text);
  }

  @Async
  Coroutine<String> inFinally() {
    Coroutine<String> text = fetch("a");
    try {
      return done(await(text));
    } finally {
      await(/*! text may have been awaited or started before, and a coroutine runs only once; keep what it gave in a variable, or await a task of it: var task = start(text) [CoroutineAwaitedTwice] */ text);
    }
  }
}
