package golden.scopes;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.timeout;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.annotations.Async;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

abstract class Input {
  interface Connection extends AsyncCloseable {
    Coroutine<String> ask(String question);
  }

  abstract Coroutine<Connection> connect(String address);

  abstract BufferedReader open(String name) throws IOException;

  @Async
  Coroutine<List<String>> askAll(List<String> addresses) {
    List<Task<String>> tasks = new ArrayList<>();
    try (var group = TaskGroup.open();
        var limit = timeout(Duration.ofSeconds(10))) {
      for (String address : addresses) {
        tasks.add(group.start(ask(address)));
        limit.reschedule(Duration.ofSeconds(20));
      }
    }
    return done(tasks.stream().map(Task::result).toList());
  }

  @Async
  Coroutine<String> ask(String address) {
    try (Connection connection = await(connect(address))) {
      return done(await(connection.ask("who?")));
    } catch (IllegalStateException e) {
      return done("unknown");
    }
  }

  /** Has an ordinary resource, too. */
  @Async @SuppressWarnings("BlockingCall")
  Coroutine<Integer> copy(String name, Connection connection) throws IOException {
    int lines = 0;
    try (BufferedReader reader = open(name);
        connection) {
      for (String line; (line = reader.readLine()) != null; lines++) {
        await(connection.ask(line));
      }
    }
    return done(lines);
  }
}
