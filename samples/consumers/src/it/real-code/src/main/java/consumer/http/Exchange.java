package consumer.http;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import java.io.IOException;
import java.util.Map;

/** A response whose body has yet to be read. */
interface Exchange extends AsyncCloseable {
  int status();

  Map<String, String> headers();

  Coroutine<String> body() throws IOException;
}
