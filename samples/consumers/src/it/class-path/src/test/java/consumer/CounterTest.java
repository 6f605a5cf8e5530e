package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.EventLoop;
import org.junit.jupiter.api.Test;

class CounterTest {
  @Test
  void awaitsAndIterates() {
    assertEquals("sum: 10", EventLoop.run(Counter.upTo(4).report()));
  }

  @Test
  void handlesACheckedException() {
    assertEquals("failed: no room for 15", EventLoop.run(Counter.upTo(5).report()));
  }
}
