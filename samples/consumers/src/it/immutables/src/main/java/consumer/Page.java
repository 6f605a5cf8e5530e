package consumer;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

@Value.Immutable
interface Page {
  String title();

  List<String> links();

  Optional<Author> author();

  @Value.Default
  default int version() {
    return 1;
  }

  @Value.Derived
  default int size() {
    return links().size();
  }

  @Value.Immutable
  interface Author {
    @Value.Parameter
    String name();
  }
}
