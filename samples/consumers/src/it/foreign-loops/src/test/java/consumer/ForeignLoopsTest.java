package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.EventLoop;
import io.netty.channel.DefaultEventLoop;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ForeignLoopsTest {
  @Test
  void onAContextOfVertx() throws Exception {
    Vertx vertx = Vertx.vertx();
    Context context = vertx.getOrCreateContext();
    try (EventLoop.Hosted hosted = EventLoop.on(task -> context.runOnContext(none -> task.run()))) {
      var answers = hosted.loop().start(new AsyncGreetings(vertx).ask(List.of("Ada", "Alan")));
      assertEquals(
          List.of("hello Ada, in its context", "hello Alan, in its context"),
          answers.toCompletableFuture().get(60, TimeUnit.SECONDS));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void onAnEventLoopOfNetty() throws Exception {
    DefaultEventLoop netty = new DefaultEventLoop();
    try (EventLoop.Hosted hosted = EventLoop.on(netty)) {
      var inside = hosted.loop().start(new AsyncSteps(netty).insideOf(500));
      assertEquals(500, inside.toCompletableFuture().get(60, TimeUnit.SECONDS));
    } finally {
      netty.shutdownGracefully(0, 1, TimeUnit.SECONDS).get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void onAnEventLoopThatEnds() throws Exception {
    DefaultEventLoop netty = new DefaultEventLoop();
    EventLoop.Hosted hosted = EventLoop.on(netty);
    var forever = hosted.loop().start(new AsyncSteps(netty).insideOf(Integer.MAX_VALUE));
    netty.shutdownGracefully(0, 0, TimeUnit.SECONDS).get(60, TimeUnit.SECONDS);
    ExecutionException ended =
        assertThrows(
            ExecutionException.class,
            () -> forever.toCompletableFuture().get(60, TimeUnit.SECONDS));
    assertEquals(IllegalStateException.class, ended.getCause().getClass());
  }
}
