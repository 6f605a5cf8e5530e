package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.EventLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopTest {
  private final Shop shop = Shop.named("Corner");
  private final Order apples = order("apples", 3);

  @Test
  void usesWhatLombokAdds() {
    assertEquals("Corner: 6 apples", EventLoop.run(shop.sell(apples)));
    assertEquals(6, shop.getSold());
  }

  @Test
  void infersTypesOfLocals() {
    assertEquals("Corner: 6 apples[sold by Corner]", EventLoop.run(shop.note(apples)));

    assertEquals(
        "8 apples, 2 pears [sold by Corner]",
        EventLoop.run(shop.summary(List.of(apples, order("pears", 0)))));
  }

  @Test
  void iteratesOverGeneratedClasses() throws IOException {
    assertEquals(
        List.of("apples to Corner Street!", "pears to Corner Street."),
        EventLoop.run(shop.labels(List.of(apples, order("pears", 2))), IOException.class));
    assertThrows(
        IOException.class,
        () -> EventLoop.run(shop.labels(List.of(order("nuts", 0))), IOException.class));
  }

  @Test
  void cleansUp() {
    var events = new ArrayList<String>();
    EventLoop.run(shop.restock(events, 0));
    assertEquals(List.of("gate closed"), events);

    assertThrows(
        IllegalStateException.class, () -> EventLoop.run(shop.restock(events, 1)));
    assertEquals(List.of("gate closed", "door 0 shut", "door 1 shut", "gate closed"), events);
  }

  private static Order order(String product, int quantity) {
    return Order.builder().product(product).quantity(quantity).build();
  }
}
