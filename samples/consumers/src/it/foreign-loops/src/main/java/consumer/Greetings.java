package consumer;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import java.util.ArrayList;
import java.util.List;

/** Asks a server of Vert.x for greetings, in the thread of Vert.x. */
abstract class Greetings {
  private final Vertx vertx;

  Greetings(Vertx vertx) {
    this.vertx = vertx;
  }

  @Async
  Coroutine<List<String>> ask(List<String> names) {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> request.response().end("hello " + request.getParam("name")));
    await(server.listen(0, "127.0.0.1").toCompletionStage());
    HttpClient client = vertx.createHttpClient();
    try {
      List<String> answers = new ArrayList<>();
      for (String name : names) {
        // The body is lost to who asks for it later than in the callback with the response.
        var body =
            client
                .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/?name=" + name)
                .compose(HttpClientRequest::send)
                .compose(HttpClientResponse::body);
        answers.add(await(body.toCompletionStage()) + ", in " + where());
      }
      return done(answers);
    } finally {
      await(client.close().toCompletionStage());
      await(server.close().toCompletionStage());
    }
  }

  private static String where() {
    return Vertx.currentContext() != null ? "its context" : Thread.currentThread().getName();
  }
}
