package generated;

import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

abstract class Service {
  record Order(String id, String customer, List<String> items, double total) {}

  enum Status {
    NEW,
    PAID,
    SENT
  }

  private final Map<String, Order> cache = new HashMap<>();
  private int requests;

  abstract CompletionStage<String> read(String key);

  abstract Coroutine<Status> status(Order order);

  abstract Coroutine<Void> write(String key, Order value) throws IOException;

  private Order parse(String text) {
    String[] parts = text.split(",");
    return new Order(parts[0], parts[1], List.of(parts).subList(2, parts.length), parts.length);
  }

  @Async
  Coroutine<Order> find(String id) {
    Order cached = cache.get(id);
    if (cached != null) {
      return done(cached);
    }
    requests++;
    Order order = parse(await(read("order/" + id)));
    cache.put(id, order);
    return done(order);
  }

  @Async
  Coroutine<Double> total(List<String> ids) {
    double total = 0;
    for (String id : ids) {
      Order order = await(find(id));
      if (order.items().isEmpty()) {
        continue;
      }
      total += order.total();
    }
    return done(total);
  }

  @Async
  Coroutine<Order> retried(String id, int attempts) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return done(parse(await(read("order/" + id), IOException.class)));
      } catch (IOException e) {
        if (attempt == attempts) {
          throw e;
        }
        await(sleep(Duration.ofMillis(10L << attempt)));
      } finally {
        requests++;
      }
    }
  }

  @Async
  AsyncGenerator<Order> orders(Collection<String> ids) {
    var seen = new HashSet<String>();
    for (String id : ids) {
      if (seen.add(id)) {
        emit(await(find(id)));
      }
    }
    return end();
  }

  @Async
  Coroutine<Map<String, List<Order>>> byCustomer(Collection<String> ids) {
    var result = new TreeMap<String, List<Order>>();
    for (var order : awaitEach(orders(ids))) {
      result.computeIfAbsent(order.customer(), customer -> new ArrayList<>()).add(order);
    }
    return done(result);
  }

  @Async
  @SuppressWarnings("try")
  Coroutine<List<Order>> findAll(List<String> ids) {
    var tasks = new ArrayList<Task<Order>>();
    try (var group = TaskGroup.open();
        var limit = timeout(Duration.ofSeconds(10))) {
      for (String id : ids) {
        tasks.add(group.start(find(id)));
      }
    }
    return done(tasks.stream().map(Task::result).collect(Collectors.toList()));
  }

  @Async
  Coroutine<String> describe(Order order) {
    String text =
        switch (await(status(order))) {
          case NEW -> "new";
          case PAID -> "paid, " + await(read("payment/" + order.id()));
          case SENT -> {
            String address = await(read("address/" + order.customer()));
            yield "sent to " + address.trim();
          }
        };
    return done(order.id() + ": " + text);
  }

  @Async
  Coroutine<Integer> repair(List<Order> orders) throws IOException {
    int repaired = 0;
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      if (order.total() < 0 && await(status(order)) != Status.SENT) {
        Order corrected = new Order(order.id(), order.customer(), order.items(), 0);
        await(write(order.id(), corrected), IOException.class);
        orders.set(i, corrected);
        repaired++;
      }
    }
    return done(repaired);
  }

  @Async
  CompletableFuture<String> summary(String id) {
    Order order = await(find(id));
    String line = order.customer() + " " + await(describe(order)) + " " + requests;
    return CompletableFuture.completedFuture(line);
  }

  @Async
  Coroutine<Boolean> waitUntilSent(Order order, Duration pause) {
    int asked = 0;
    while (await(status(order)) != Status.SENT) {
      if (++asked > 100) {
        return done(false);
      }
      await(sleep(pause));
    }
    return done(true);
  }
}
