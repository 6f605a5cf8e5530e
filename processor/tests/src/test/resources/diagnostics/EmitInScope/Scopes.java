import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.time.Duration;

abstract class Scopes {
  abstract Coroutine<String> fetch(String uri);

  abstract AsyncGenerator<String> lines();

  @Async
  AsyncGenerator<String> groups() {
    try (TaskGroup group = TaskGroup.open()) {
      group.start(fetch("a"));
      /*! emit inside the scope of a TaskGroup, which may cancel the code that takes the elements; leave the scope first, or let its tasks put the elements into an AsyncQueue [EmitInScope] */ emit("a");
      for (String line : awaitEach(lines())) {
        if (!line.isEmpty()) {
          Coroutines/*! emitAll inside the scope of a TaskGroup, which may cancel the code that takes the elements; leave the scope first, or let its tasks put the elements into an AsyncQueue [EmitInScope] */ .emitAll(lines());
        }
      }
    }
    return end();
  }

  @Async
  AsyncGenerator<String> timeouts(Timeout given) {
    try (var limit = timeout(Duration.ofSeconds(1))) {
      System.out.println(limit);
      try {
        /*! emit inside the scope of a Timeout, which may cancel the code that takes the elements; leave the scope first, or let its tasks put the elements into an AsyncQueue [EmitInScope] */ emit(await(fetch("a")));
      } finally {
        System.out.println("x");
      }
    }
    try (given) {
      /*! emit inside the scope of a Timeout, which may cancel the code that takes the elements; leave the scope first, or let its tasks put the elements into an AsyncQueue [EmitInScope] */ emit("b");
    }
    return end();
  }
}
