import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.*;

abstract class NearMisses {
  private Coroutine<String> kept;
  private final List<Coroutine<String>> all = new ArrayList<>();
  private final Map<String, Coroutine<String>> byName = new HashMap<>();

  abstract Coroutine<String> fetch(String uri);

  @Async
  Coroutine<String> awaitedOnEveryWay(boolean early) {
    Coroutine<String> text = fetch("a");
    if (early) {
      return done(await(text));
    }
    try {
      return done(await(text) + "b");
    } finally {
      System.out.println("c");
    }
  }

  @Async
  Coroutine<Void> passedOn() {
    Coroutine<String> first = fetch("a");
    kept = first;
    Coroutine<String> second = fetch("b");
    all.add(second);
    Coroutine<String> third = fetch("c");
    Coroutine<String> alias = third;
    Coroutine<String> fourth = fetch("d");
    Object array = new Object[] {fourth};
    Coroutine<String> fifth = fetch("e");
    Runnable later = () -> System.out.println(fifth);
    Coroutine<String> sixth = fetch("f");
    sixth.discard();
    Coroutine<String> seventh = fetch("g");
    Task<String> task = start(seventh);
    await(task);
    return done();
  }

  @Async
  Coroutine<String> takenFromOthers() {
    Coroutine<String> text = byName.get("a");
    Coroutine<String> field = kept;
    return done("");
  }

  @Async
  Coroutine<String> onlyIfThereIsOne(boolean wanted) {
    Coroutine<String> text = wanted ? fetch("a") : null;
    Coroutine<String> more = null;
    if (wanted) {
      more = fetch("b");
    }
    if (more != null) {
      await(more);
    }
    return text == null ? done("") : text;
  }

  @Async
  Coroutine<String> inFinally(boolean early) {
    Coroutine<String> text = fetch("a");
    try {
      if (early) {
        return done("");
      }
      await(yieldNow());
    } finally {
      await(text);
    }
    return done("b");
  }

  @Async
  Coroutine<String> leftByAnException(boolean bad) {
    Coroutine<String> text = fetch("a");
    if (bad) {
      throw new IllegalStateException();
    }
    return text;
  }

  @Async
  Coroutine<String> tillItWorks() {
    while (true) {
      Coroutine<String> text = fetch("a");
      try {
        return done(await(text));
      } catch (IllegalStateException e) {
        await(yieldNow());
      }
    }
  }

  @Async
  Coroutine<String> bySwitch(int kind) {
    Coroutine<String> text = fetch("a");
    return switch (kind) {
      case 1 -> text;
      case 2 -> {
        String got = await(text);
        yield done(got);
      }
      default -> done(await(text));
    };
  }

  @Async
  Coroutine<Void> aParameter(Coroutine<String> text) {
    return done();
  }

  @Async
  Coroutine<Void> ofACollection() {
    for (Coroutine<String> text : all) {
      if (text != kept) {
        await(text);
      }
    }
    return done();
  }

  @Async
  Coroutine<Void> suppressed() {
    @SuppressWarnings("CoroutineNeverAwaited")
    Coroutine<String> text = fetch("a");
    return done();
  }
}
