import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

abstract class NearMisses<K extends Comparable<K>> {
  @Async
  AsyncGenerator<List<? extends Number>> contextual(boolean more) {
    emit(List.of());
    emit(new ArrayList<>());
    emit(more ? List.of(1) : List.of(1.5));
    emit(null);
    return end();
  }

  @Async
  AsyncGenerator<Number> numbers(AsyncIterable<Integer> more, Integer one) {
    emit(1);
    emit(one);
    emitAll(more);
    return end();
  }

  @Async
  AsyncGenerator<Byte> constants() {
    final byte two = 2;
    emit(two);
    return end();
  }

  @Async
  <V> AsyncGenerator<Map.Entry<K, V>> variables(Map<K, V> map) {
    for (var entry : map.entrySet()) {
      emit(entry);
    }
    return end();
  }

  @Async
  @SuppressWarnings("rawtypes")
  AsyncGenerator raw() {
    emit("x");
    return end();
  }

  @Async
  AsyncGenerator<?> wild() {
    emit("x");
    emit(1);
    return end();
  }
}
