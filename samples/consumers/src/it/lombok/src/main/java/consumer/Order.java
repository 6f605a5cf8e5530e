package consumer;

import lombok.Builder;
import lombok.Value;

@Value
@Builder
class Order {
  String product;
  int quantity;
}
