package dev.fermata.samples.links.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Receives a body and hangs up when it becomes too long. */
final class LimitedBody implements BodySubscriber<byte[]> {
  private final long limit;
  private final boolean kept;
  private final CompletableFuture<byte[]> result = new CompletableFuture<>();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private Flow.@Nullable Subscription subscription;
  private long length;

  private LimitedBody(long limit, boolean kept) {
    this.limit = limit;
    this.kept = kept;
  }

  /** Keeps the body; fails if it is longer than {@code limit}. */
  static LimitedBody kept(long limit) {
    return new LimitedBody(limit, true);
  }

  /** Drops the body, and hangs up without a complaint if it is longer than {@code limit}. */
  static LimitedBody dropped(long limit) {
    return new LimitedBody(limit, false);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Flow.Subscription s) {
    subscription = s;
    s.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      length += buffer.remaining();
      if (kept && length <= limit) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        received.writeBytes(bytes);
      }
    }
    if (length > limit) {
      hangUp();
    }
  }

  private void hangUp() {
    if (subscription != null) {
      subscription.cancel();
    }
    if (kept) {
      String message = String.format(Locale.ROOT, "more than %,d bytes", limit);
      result.completeExceptionally(new FetchException(Problem.TOO_LARGE, message));
    } else {
      result.complete(new byte[0]);
    }
  }

  @Override
  public void onError(Throwable failure) {
    result.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    result.complete(received.toByteArray());
  }
}
