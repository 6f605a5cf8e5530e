package consumer.redis;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncGenerator;
import dev.fermata.annotations.Async;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gives a text in pieces. */
abstract class Pieces {
  @Async
  AsyncGenerator<byte[]> of(String text, int size) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i += size) {
      await(yieldNow());
      emit(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + size)));
    }
    return end();
  }
}
