package consumer;

import lombok.Data;
import lombok.experimental.Accessors;

@Data
@Accessors(fluent = true, chain = true)
class Delivery {
  private final Order order;
  private String address = "";
  private boolean express;
}
