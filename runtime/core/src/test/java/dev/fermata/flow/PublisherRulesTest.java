package dev.fermata.flow;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.testing.BackgroundLoop;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The rules of Reactive Streams for publishers that are made of what is asynchronous. */
public class PublisherRulesTest extends FlowPublisherVerification<Long> {
  /** In milliseconds: how long a signal may take, and how long none is to come. */
  private static final long PATIENCE = 10_000;

  private static final long SILENCE = 50;
  private static final long BETWEEN_LOOKS = 20;

  private BackgroundLoop background;

  public PublisherRulesTest() {
    super(environment());
  }

  static TestEnvironment environment() {
    return new TestEnvironment(PATIENCE, SILENCE, BETWEEN_LOOKS);
  }

  @BeforeClass
  public void open() {
    background = new BackgroundLoop();
  }

  @AfterClass
  public void close() {
    background.close();
  }

  @Override
  public Flow.Publisher<Long> createFlowPublisher(long elements) {
    AsyncIterable<Long> source = () -> AsyncGenerator.from(LongStream.range(0, elements).boxed());
    return source.toPublisher(background.loop());
  }

  /** One that fails without having been asked for an element: its loop is closed. */
  @Override
  public Flow.Publisher<Long> createFailedFlowPublisher() {
    BackgroundLoop closed = new BackgroundLoop();
    closed.close();
    AsyncIterable<Long> source = () -> AsyncGenerator.from(LongStream.of(1).boxed());
    return source.toPublisher(closed.loop());
  }
}
