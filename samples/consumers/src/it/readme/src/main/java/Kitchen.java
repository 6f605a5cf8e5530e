import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.time.Duration;

abstract class Kitchen {
  @Async Coroutine<String> cook(String dish, int millis) {
    await(sleep(Duration.ofMillis(millis)));
    System.out.println(dish + " is ready");
    return done(dish);
  }

  @Async Coroutine<String> dinner() {
    Task<String> soup;
    Task<String> bread;
    try (var group = TaskGroup.open()) {
      soup = group.start(cook("soup", 300));
      bread = group.start(cook("bread", 100));
    } // both are ready here; if one had failed, the other one would have been cancelled
    return done(soup.result() + " and " + bread.result());
  }

  public static void main(String[] args) {
    System.out.println(EventLoop.run(new AsyncKitchen().dinner()));
  }
}
