package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.EventLoop;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsersTest {
  @Test
  void usesTypesOfSeveralRounds() {
    var ages = EventLoop.run(Users.create().ages(List.of(new User("Ada", 36), new User("Al", 41))));

    assertEquals("{UserKey[name=Ada]=36, UserKey[name=Al]=41}", ages.toString());
  }
}
