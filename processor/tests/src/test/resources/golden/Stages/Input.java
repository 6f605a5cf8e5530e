package golden.stages;

import static dev.fermata.Coroutines.await;

import dev.fermata.annotations.Async;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

abstract class Input {
  abstract CompletionStage<String> read(String name);

  @Async
  CompletableFuture<Integer> length(String name) {
    String text = await(read(name));
    return CompletableFuture.completedFuture(text.length());
  }

  @Async
  CompletionStage<Integer> checked(String name) throws IOException {
    String text = await(read(name), IOException.class);
    if (text.isEmpty()) {
      return CompletableFuture.failedFuture(new IOException(name + " is empty"));
    }
    return length(text);
  }

  @Async
  static CompletableFuture<Void> after(CompletionStage<?> stage) {
    await(stage);
    return CompletableFuture.completedFuture(null);
  }
}
