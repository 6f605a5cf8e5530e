package dev.fermata.internal.task;

import dev.fermata.internal.loop.Inbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes down the tasks of loops, for any thread. The thread of a loop does so itself, in a turn;
 * if it does not come to that for a while, the caller looks from outside.
 */
public final class Dumps {
  /** How long the loops have for their answers, all together. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private Dumps() {}

  /** Writes the loop of this thread, or all if it runs none. */
  public static void write(Appendable out) {
    Loop here = Running.onThisThread().loop;
    append(here == null ? ofAll() : Dump.of(here), out);
  }

  /** Writes all loops of this JVM. */
  public static void writeAll(Appendable out) {
    append(ofAll(), out);
  }

  /** Writes one loop. */
  static void write(Loop loop, Appendable out) {
    append(loop.isClosed() ? closed(loop) : of(List.of(loop), PATIENCE), out);
  }

  private static void append(String text, Appendable out) {
    try {
      out.append(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns what all loops of this JVM have now. */
  public static String ofAll() {
    List<Loop> loops = OpenLoops.all();
    return loops.isEmpty() ? "no event loop is open\n" : of(loops, PATIENCE);
  }

  private static String of(List<Loop> loops, Duration patience) {
    List<Request> requests = new ArrayList<>();
    for (Loop loop : loops) {
      requests.add(Request.of(loop));
    }
    long end = System.nanoTime() + patience.toNanos();
    StringBuilder text = new StringBuilder();
    requests.forEach(request -> text.append(request.answer(end, patience)));
    return text.toString();
  }

  private static String closed(Loop loop) {
    return loop + " is closed\n";
  }

  private static final class Request extends Inbox.Entry {
    private final Loop loop;
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    private Request(Loop loop) {
      this.loop = loop;
    }

    static Request of(Loop loop) {
      Request request = new Request(loop);
      if (loop.isOnThisThread()) {
        request.turn();
      } else if (!loop.mayAnswer()) {
        request.answer.complete(Dump.fromOutside(loop, "is run by no thread now"));
      } else if (!loop.scheduler().post(request)) {
        request.dropped();
      }
      return request;
    }

    @Override
    public void turn() {
      if (!answer.isDone()) {
        answer.complete(Dump.of(loop));
      }
    }

    @Override
    protected void dropped() {
      answer.complete(closed(loop));
    }

    String answer(long end, Duration patience) {
      try {
        return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        return fromOutside("has not come to answer for " + Spans.text(patience.toNanos()));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return fromOutside("is looked at by an interrupted thread");
      } catch (ExecutionException impossible) {
        throw new IllegalStateException("it is completed with a text only", impossible);
      }
    }

    private String fromOutside(String why) {
      answer.cancel(false); // the loop need not do so any more
      return Dump.fromOutside(loop, why + "; seen from outside");
    }
  }
}
