package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.EventLoop;
import org.junit.jupiter.api.Test;

class GarageTest {
  @Test
  void usesAMapperOfThisCompilation() {
    assertEquals(new CarView("Fiat", 5), EventLoop.run(Garage.create().show("Fiat")));
  }
}
