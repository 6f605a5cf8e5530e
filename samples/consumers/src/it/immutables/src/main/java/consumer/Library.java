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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

  /** Has generated classes as arguments of types, of lambdas, and across suspensions. */
  @Async
  Coroutine<List<ImmutablePage>> versions(ImmutablePage first, String author, int count) {
    var pages = new ArrayList<>(List.of(first));
    for (var page = first; pages.size() < count; pages.add(page)) {
      await(yieldNow());
      var next = page.version() + 1;
      page = await(shortened(page)).withVersion(next).withAuthor(ImmutableAuthor.of(author + next));
    }
    await(yieldNow());
    pages.sort(Comparator.comparing(ImmutablePage::version).reversed());
    return done(pages);
  }

  @Async
  AsyncGenerator<ImmutablePage> pages(String... titles) {
    for (var title : titles) {
      emit(ImmutablePage.builder().from(await(page(title))).version(title.length()).build());
    }
    return end();
  }

  @Async
  Coroutine<Integer> size(String... titles) {
    int size = 0;
    for (var page : awaitEach(pages(titles))) {
      size += page.size() * page.version();
    }
    return done(size);
  }

  @Async
  AsyncGenerator<String> links(String title) {
    emit(title + "/one");
    await(yieldNow());
    emit(title + "/two");
    return end();
  }
}
