package consumer;

import java.util.List;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import lombok.With;

@Value
@Builder(toBuilder = true)
class Order {
  String product;
  @With int quantity;
  @Singular List<String> notes;
}
