import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

abstract class Paths {
  abstract Coroutine<String> fetch(String uri);

  abstract Coroutine<Void> save(String text);

  @Async
  Coroutine<Void> neverAtAll() {
    Coroutine<String> text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
    await(save("b"));
    return done();
  }

  @Async
  Coroutine<Void> onOneWay(boolean needed) {
    var text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
    if (needed) {
      await(save(await(text)));
    }
    return done();
  }

  @Async
  Coroutine<String> earlyReturn(String cached) {
    Coroutine<String> text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
    if (cached != null) {
      return done(cached);
    }
    return text;
  }

  @Async
  Coroutine<Void> overwritten() {
    Coroutine<Void> saving = /*! save("a") never runs where saving is not awaited, and that is not so on every way from here; write await(saving) or start(saving), or saving.discard() where it is not needed [CoroutineNeverAwaited] */ save("a");
    saving = save("b");
    await(saving);
    return done();
  }

  @Async
  Coroutine<Void> inALoop(String[] uris) {
    for (String uri : uris) {
      Coroutine<String> text = /*! fetch(uri) never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch(uri);
      if (uri.isEmpty()) {
        continue;
      }
      await(save(await(text)));
    }
    return done();
  }

  @Async
  Coroutine<Void> forEver() {
    while (true) {
      Coroutine<Void> saving = /*! save("a") never runs where saving is not awaited, and that is not so on every way from here; write await(saving) or start(saving), or saving.discard() where it is not needed [CoroutineNeverAwaited] */ save("a");
      await(sleep(java.time.Duration.ofSeconds(1)));
    }
  }

  @Async
  Coroutine<String> inAHandler() {
    Coroutine<String> text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
    try {
      await(save("b"));
      return text;
    } catch (IllegalStateException e) {
      return done("none");
    }
  }

  @Async
  Coroutine<String> inASwitch(int kind) {
    Coroutine<String> text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
    switch (kind) {
      case 1:
        return text;
      case 2:
        await(text);
        break;
      default:
        break;
    }
    return done("");
  }

  @Async
  Coroutine<String> eitherOfTwo(boolean first, boolean kept) {
    Coroutine<String> text = first /*! first ? fetch("a") : fetch("b") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ ? fetch("a") : fetch("b");
    return kept ? text : done("");
  }

  @Async
  Coroutine<Void> onlyLookedAt() {
    Coroutine<String> text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
    System.out.println(text.toString());
    if (text == null) {
      return done();
    }
    return done();
  }

  @Async
  Coroutine<Void> breaksOut(boolean enough) {
    all:
    {
      Coroutine<String> text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
      if (enough) {
        break all;
      }
      await(text);
    }
    return done();
  }

  void inPlainCode() {
    Coroutine<String> text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
  }

  Runnable inALambda() {
    return () -> {
      Coroutine<String> text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
    };
  }

  {
    Coroutine<String> text = /*! fetch("a") never runs where text is not awaited, and that is not so on every way from here; write await(text) or start(text), or text.discard() where it is not needed [CoroutineNeverAwaited] */ fetch("a");
  }

  @Async
  Coroutine<Void> block() {
    Coroutine<String> block = /*! async(…) never runs where block is not awaited, and that is not so on every way from here; write await(block) or start(block), or block.discard() where it is not needed [CoroutineNeverAwaited] */ async(() -> "a");
    return done();
  }
}
