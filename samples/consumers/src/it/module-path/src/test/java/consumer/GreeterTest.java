package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.EventLoop;
import org.junit.jupiter.api.Test;

class GreeterTest {
  @Test
  void worksInANamedModule() {
    assertTrue(Greeter.class.getModule().isNamed());
    assertEquals("Hello, Ada, for the 1. time", EventLoop.run(Greeter.create().greet("Ada")));
  }
}
