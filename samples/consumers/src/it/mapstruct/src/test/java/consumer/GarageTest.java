package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.EventLoop;
import java.util.List;
import org.junit.jupiter.api.Test;

class GarageTest {
  private final Garage garage = Garage.create();

  @Test
  void usesAMapperOfThisCompilation() {
    assertEquals(
        new CarView("Fiat", 5, "owner of Fiat"), EventLoop.run(garage.show("Fiat")));
  }

  @Test
  void namesTheGeneratedClass() {
    assertEquals(
        List.of(new CarView("Fiat", 5, "me"), new CarView("Audi", 5, "me")),
        EventLoop.run(garage.showAll("Fiat", "Audi")));
  }

  @Test
  void emitsWhatIsMapped() {
    assertEquals(
        "Fiat! Audi! [Fiat, Audi]", EventLoop.run(garage.printed(List.of("Fiat", "Audi"))));
  }
}
