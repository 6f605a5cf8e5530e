package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.EventLoop;
import org.junit.jupiter.api.Test;

class ShopTest {
  @Test
  void usesWhatLombokAdds() {
    var shop = Shop.named("Corner");
    var order = Order.builder().product("apples").quantity(3).build();

    assertEquals("Corner: 6 apples", EventLoop.run(shop.sell(order)));
    assertEquals(6, shop.getSold());
  }
}
