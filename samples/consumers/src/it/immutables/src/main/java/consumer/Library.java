package consumer;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;

abstract class Library {
  static Library create() {
    return new AsyncLibrary();
  }

  /** Calls a chain of methods of a generated class, whose types only a later round knows. */
  @Async
  Coroutine<Page> page(String title) {
    var builder = ImmutablePage.builder().title(title);
    for (var link : awaitEach(links(title))) {
      builder.addLinks(link);
    }
    return done(builder.build());
  }

  /** Has a generated class in its signature. */
  @Async
  Coroutine<ImmutablePage> shortened(ImmutablePage page) {
    await(yieldNow());
    return done(page.withLinks(page.links().get(0)));
  }

  @Async
  AsyncGenerator<String> links(String title) {
    emit(title + "/one");
    await(yieldNow());
    emit(title + "/two");
    return end();
  }
}
