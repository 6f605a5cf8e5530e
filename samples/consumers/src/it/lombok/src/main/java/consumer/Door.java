package consumer;

import java.util.List;
import lombok.Value;

@Value
class Door {
  String name;
  List<String> events;

  void close() {
    events.add(name + " closed");
  }

  void shut() {
    events.add(name + " shut");
  }
}
