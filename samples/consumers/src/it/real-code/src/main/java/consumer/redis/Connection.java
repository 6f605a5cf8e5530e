package consumer.redis;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.emitAll;
import static dev.fermata.Coroutines.end;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncIterator;
import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the replies of a server in the protocol of Redis, in whatever pieces they come. */
abstract class Connection {
  /** A reply. */
  sealed interface Reply {
    record Text(String value) implements Reply {}

    record Number(long value) implements Reply {}

    record Failure(String code, String message) implements Reply {}

    record Items(List<Reply> items) implements Reply {}

    enum Nothing implements Reply {
      NULL
    }
  }

  private final AsyncIterator<byte[]> source;
  private byte[] buffer = {};
  private int position;
  private long consumed;

  Connection(AsyncIterable<byte[]> source) {
    this.source = source.iterator();
  }

  @Async
  Coroutine<Integer> read() throws IOException {
    while (position == buffer.length) {
      if (!await(source.moveNext())) {
        throw new EOFException("after " + consumed + " bytes");
      }
      buffer = source.current();
      position = 0;
    }
    consumed++;
    return done(buffer[position++] & 0xff);
  }

  @Async
  Coroutine<String> line() throws IOException {
    var line = new StringBuilder();
    for (int c; (c = await(read())) != '\r'; ) {
      if (c == '\n') {
        throw new IOException("line feed alone after " + line);
      }
      line.append((char) c);
    }
    int last = await(read());
    assert last == '\n' : "after " + line;
    return done(line.toString());
  }

  @Async
  Coroutine<byte[]> bytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; ) {
      int available = Math.min(length - i, buffer.length - position);
      if (available == 0) {
        bytes[i++] = (byte) (int) await(read());
        continue;
      }
      System.arraycopy(buffer, position, bytes, i, available);
      position += available;
      consumed += available;
      i += available;
    }
    String after = await(line());
    if (!after.isEmpty()) {
      throw new IOException("\"" + after + "\" after " + Arrays.toString(bytes));
    }
    return done(bytes);
  }

  @Async
  Coroutine<Reply> reply() throws IOException {
    char kind = (char) (int) await(read());
    try {
      return done(
          switch (kind) {
            case '+' -> new Reply.Text(await(line()));
            case '-' -> {
              String[] parts = await(line()).split(" ", 2);
              yield new Reply.Failure(parts[0], parts.length == 1 ? "" : parts[1]);
            }
            case ':' -> new Reply.Number(Long.parseLong(await(line())));
            case '$' -> {
              int length = Integer.parseInt(await(line()));
              yield length < 0
                  ? Reply.Nothing.NULL
                  : new Reply.Text(new String(await(bytes(length)), StandardCharsets.UTF_8));
            }
            case '*' -> {
              int count = Integer.parseInt(await(line()));
              if (count < 0) {
                yield Reply.Nothing.NULL;
              }
              List<Reply> items = new ArrayList<>();
              while (items.size() < count) {
                items.add(await(reply()));
              }
              yield new Reply.Items(List.copyOf(items));
            }
            default -> throw new IOException("a reply that begins with " + kind);
          });
    } catch (NumberFormatException e) {
      throw new IOException("not a number after " + kind, e);
    }
  }

  /** The replies, until one of them is {@code last} or there are no more. */
  @Async
  AsyncGenerator<Reply> replies(Reply last) throws IOException {
    int count = 0;
    try {
      while (true) {
        Reply reply;
        try {
          reply = await(reply(), IOException.class);
        } catch (EOFException e) {
          if (position == buffer.length && count >= 0) {
            return end();
          }
          throw e;
        }
        count++;
        if (reply instanceof Reply.Items list && list.items().size() == 1) {
          for (Reply item : list.items()) {
            emit(item);
          }
        } else {
          emit(reply);
        }
        if (reply.equals(last)) {
          break;
        }
      }
    } finally {
      consumed = -consumed;
    }
    emit(new Reply.Number(count));
    return end();
  }

  @Async
  AsyncGenerator<Reply> both(Reply last) throws IOException {
    emitAll(replies(last));
    consumed = -consumed;
    emitAll(replies(last));
    return end();
  }

  /** Replies by the names of their kinds; those of a failure end it. */
  @Async
  Coroutine<Map<String, List<String>>> grouped(Reply last) throws IOException {
    var groups = new LinkedHashMap<String, List<String>>();
    for (var reply : awaitEach(both(last))) {
      if (reply instanceof Reply.Failure failure) {
        groups.put(failure.code(), List.of(failure.message()));
        break;
      }
      String text =
          reply instanceof Reply.Items list
              ? list.items().stream().map(Object::toString).collect(Collectors.joining("|"))
              : reply.toString();
      groups.computeIfAbsent(reply.getClass().getSimpleName(), k -> new ArrayList<>()).add(text);
    }
    return done(groups);
  }
}
