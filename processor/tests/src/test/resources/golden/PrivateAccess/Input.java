package golden.access;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

class Input extends HashMap<String, Integer> {
  private static int created;
  private static int CREATED = 1;
  private static final long serialVersionUID = 1;
  private static final int LIMIT = 10;
  private int count;
  private volatile boolean stopped;
  private final HashMap<String, List<String>> names = new HashMap<>();

  private Input(int count) {
    this.count = count;
  }

  Input() {
    this(0);
  }

  Coroutine<Integer> ask(String question) {
    return done(question.length());
  }

  @Async
  Coroutine<Integer> fields(Input other) {
    count += await(ask("how many?"));
    created += CREATED;
    other.count = count--;
    return done(names.size() + LIMIT + ++other.count);
  }

  @Async @SuppressWarnings("UntransformedInstance")
  Coroutine<Integer> methods(String name) throws IOException {
    check(name);
    int size = await(ask(name));
    var copy = new Input(size);
    return done(twice(size) + copy.first(List.of(size), 0) + names.size());
  }

  @Async
  Coroutine<Integer> inherited(String key) {
    Integer before = super.put(key, await(ask(key)));
    return done(before == null ? super.size() : before);
  }

  @Async
  Coroutine<Boolean> running(Input other) {
    Supplier<Boolean> before = other::isStopped;
    Function<Input, Boolean> after = Input::isStopped;
    stopped = await(ask("stopped?")) > 0;
    return done(before.get() || after.apply(other) || stopped);
  }

  private boolean isStopped() {
    return stopped;
  }

  private static int twice(int number) {
    return 2 * number;
  }

  private void check(String name) throws IOException {
    if (name.isEmpty()) {
      throw new IOException("no name");
    }
  }

  private <T extends Comparable<T>> T first(List<? extends T> list, T otherwise) {
    return list.isEmpty() ? otherwise : list.get(0);
  }
}
