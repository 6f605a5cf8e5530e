package dev.fermata.samples.links.http;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;

/** Decides how much of an answer is read: pages up to a limit, of all else next to nothing. */
final class Bodies implements BodyHandler<byte[]> {
  /** What is read of a body that nobody needs: small ones to their end, to keep the connection. */
  private static final int SMALL = 16_384;

  private final long maxBytes;

  Bodies(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo info) {
    String contentType = info.headers().firstValue("Content-Type").orElse("");
    boolean page = info.statusCode() / 100 == 2 && Answer.isHtml(contentType);
    return page ? LimitedBody.kept(maxBytes) : LimitedBody.dropped(SMALL);
  }
}
