package consumer;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;

@Getter
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
abstract class Shop {
  @NonNull private final String name;
  private int sold;

  static Shop named(String name) {
    return new AsyncShop(name);
  }

  /** Uses members that Lombok adds: of this class, of another one, and a builder. */
  @Async
  Coroutine<String> sell(Order order) {
    var doubled = await(doubled(order));
    sold += doubled.getQuantity();
    return done(getName() + ": " + doubled.getQuantity() + " " + doubled.getProduct());
  }

  @Async
  Coroutine<Order> doubled(Order order) {
    await(yieldNow());
    return done(
        Order.builder().product(order.getProduct()).quantity(2 * order.getQuantity()).build());
  }
}
