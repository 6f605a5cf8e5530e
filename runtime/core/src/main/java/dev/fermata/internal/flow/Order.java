package dev.fermata.internal.flow;

import dev.fermata.ExceptionContext;
import dev.fermata.internal.loop.Inbox;
import dev.fermata.internal.task.Failures;
import dev.fermata.internal.task.Loop;

/** Something that other threads have a loop do, or do themselves if it is closed. */
final class Order extends Inbox.Entry {
  private final Loop loop;
  private final Runnable action;
  private final Runnable otherwise;

  private Order(Loop loop, Runnable action, Runnable otherwise) {
    this.loop = loop;
    this.action = action;
    this.otherwise = otherwise;
  }

  /** Has {@code loop} do {@code action} in its next turn; if it is closed, does the other. */
  static void bring(Loop loop, Runnable action, Runnable otherwise) {
    Order order = new Order(loop, action, otherwise);
    if (!loop.scheduler().post(order)) {
      otherwise.run();
    }
  }

  @Override
  public void turn() {
    try {
      action.run();
    } catch (Throwable failure) {
      if (Failures.isFatal(failure)) {
        throw failure;
      }
      loop.report(new ExceptionContext("a subscription failed", failure, null));
    }
  }

  @Override
  protected void dropped() {
    otherwise.run();
  }
}
