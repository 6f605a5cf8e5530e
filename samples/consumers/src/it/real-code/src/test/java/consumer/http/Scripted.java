package consumer.http;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/** Answers from a list. */
abstract class Scripted extends AsyncBrowser {
  final Queue<Object> answers = new ArrayDeque<>();

  @Override
  @Async
  Coroutine<Exchange> exchange(Request request) throws IOException {
    await(yieldNow());
    Object answer = answers.remove();
    log().add(request.method() + " " + request.uri() + " " + request.headers());
    if (answer instanceof IOException failure) {
      throw failure;
    }
    return done((Exchange) answer);
  }

  @Override
  @Async
  Coroutine<String> credentials(String realm) {
    await(yieldNow());
    return done("of " + realm);
  }
}
