package consumer;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.yieldNow;

import dev.fermata.Coroutine;
import dev.fermata.annotations.Async;

abstract class Garage {
  static Garage create() {
    return new AsyncGarage();
  }

  @Async
  Coroutine<Car> find(String make) {
    await(yieldNow());
    return done(new Car(make, 5));
  }

  /** Names the class that MapStruct generates in this compilation, with a suspension among its arguments. */
  @Async
  Coroutine<CarView> show(String make) {
    CarMapper mapper = new CarMapperImpl();
    return done(mapper.toView(await(find(make))));
  }
}
