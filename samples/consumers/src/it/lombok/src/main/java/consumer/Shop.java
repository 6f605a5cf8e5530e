package consumer;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lombok.AccessLevel;
import lombok.Cleanup;
import lombok.Getter;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.Setter;
import lombok.extern.slf4j.Slf4j;
import lombok.val;

@Slf4j
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

  @Getter(AccessLevel.PRIVATE)
  @Setter(AccessLevel.PRIVATE)
  private Order last;

  /** Uses the logger, and accessors that are private. */
  @Async
  Coroutine<String> note(Order order) {
    log.debug("{} sells {}", getName(), order);
    var sale = await(sell(order));
    setLast(order.toBuilder().note("sold by " + getName()).build());
    return done(sale + getLast().getNotes());
  }

  @Async
  Coroutine<Order> doubled(Order order) {
    await(yieldNow());
    return done(
        Order.builder().product(order.getProduct()).quantity(2 * order.getQuantity()).build());
  }

  /** Has locals whose type Lombok infers, of generated types and of types without a name. */
  @Async
  Coroutine<String> summary(List<Order> orders) {
    val products = new ArrayList<String>();
    for (val order : orders) {
      val sold = await(doubled(order.withQuantity(order.getQuantity() + 1)));
      val line = sold.getQuantity() + " " + sold.getProduct();
      products.add(line);
    }
    val last = getLast();
    val notes = last == null ? List.<String>of() : last.getNotes();
    await(yieldNow());
    return done(String.join(", ", products) + " " + notes);
  }

  @Async
  AsyncGenerator<Delivery> deliveries(List<Order> orders, String address) {
    for (var order : orders) {
      val quantity = await(doubled(order)).getQuantity();
      emit(new Delivery(order).address(address).express(quantity > 4));
    }
    return end();
  }

  @Async
  Coroutine<List<String>> labels(List<Order> orders) throws IOException {
    val labels = new ArrayList<String>();
    for (val delivery : awaitEach(deliveries(orders, name + " Street"))) {
      val order = delivery.order();
      if (order.getQuantity() == 0) {
        log.error("nothing to deliver: {}", delivery);
        throw new IOException("nothing to deliver of " + order.getProduct());
      }
      labels.add(
          order.getProduct() + " to " + delivery.address() + (delivery.express() ? "!" : "."));
    }
    return done(labels);
  }

  /** Leaves what it has opened, in reverse, also where it waits, returns and fails. */
  @Async
  Coroutine<Integer> restock(List<String> events, int limit) {
    @Cleanup val gate = new Door("gate", events);
    await(yieldNow());
    if (limit == 0) {
      return done(0);
    }
    for (int i = 0; ; i++) {
      @Cleanup("shut")
      val door = new Door("door " + i, events);
      sold -= await(doubled(Order.builder().product(door.getName()).quantity(i).build())).getQuantity();
      if (i == limit) {
        throw new IllegalStateException("no more than " + limit);
      }
    }
  }
}
