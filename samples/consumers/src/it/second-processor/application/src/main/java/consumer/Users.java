package consumer;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.awaitEach;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.emit;
import static dev.fermata.Coroutines.end;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;
import java.util.List;

/** Has types of the first round and of the second in signatures, in fields and in bodies. */
abstract class Users {
  private final UserKeyTable<User> users = new UserKeyTable<>();

  static Users create() {
    return new AsyncUsers();
  }

  @Async
  Coroutine<UserKey> add(User user) {
    await(yieldNow());
    var key = UserKey.of(user);
    users.put(key, user);
    return done(key);
  }

  @Async
  AsyncGenerator<UserKey> addAll(List<User> all) {
    for (var user : all) {
      emit(await(add(user)));
    }
    return end();
  }

  @Async
  Coroutine<UserKeyTable<Integer>> ages(List<User> all) {
    var ages = new UserKeyTable<Integer>();
    for (var key : awaitEach(addAll(all))) {
      int age = await(find(key)).age();
      ages.merge(key, age, Integer::max);
    }
    return done(ages);
  }

  @Async
  Coroutine<User> find(UserKey key) {
    await(yieldNow());
    return done(users.get(new UserKey(key.name())));
  }
}
