package consumer;

import java.util.List;
import org.immutables.value.Value;

@Value.Immutable
interface Page {
  String title();

  List<String> links();
}
