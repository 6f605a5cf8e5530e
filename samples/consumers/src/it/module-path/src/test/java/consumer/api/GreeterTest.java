package consumer.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.EventLoop;
import org.junit.jupiter.api.Test;

class GreeterTest {
  private final Greeter greeter = Greeter.create();

  @Test
  void worksInANamedModule() {
    assertTrue(Greeter.class.getModule().isNamed());
    assertEquals("Hello, Ada, for the 1. time", EventLoop.run(greeter.greet("ada")));
  }

  @Test
  void usesProtectedMembersOfAnotherPackage() {
    assertEquals(
        "2 words, 2 greetings, 56 letters", greeter.statistics("ada grace").join());
  }

  @Test
  void usesTypesOfAnotherModule() {
    assertEquals("Hello, HTTP_2, for the 1. time", EventLoop.run(greeter.greetProtocol()));
  }
}
