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
import java.util.ArrayList;
import java.util.List;

abstract class Garage {
  private final CarMapper mapper = CarMapper.INSTANCE;

  static Garage create() {
    return new AsyncGarage();
  }

  @Async
  Coroutine<Car> find(String make) {
    await(yieldNow());
    return done(new Car(make, 5));
  }

  /** Has suspensions among the arguments of a mapper. */
  @Async
  Coroutine<CarView> show(String make) {
    return done(mapper.toView(await(find(make)), await(owner(make))));
  }

  /** Names the class that MapStruct generates in this compilation, also in what a variable is. */
  @Async
  Coroutine<List<CarView>> showAll(String... makes) {
    var mine = new CarMapperImpl();
    var views = new ArrayList<CarView>();
    for (String make : makes) {
      var car = await(find(make));
      views.add(mine.toView(car, "me"));
    }
    return done(views);
  }

  @Async
  AsyncGenerator<Label> labels(List<String> makes, List<String> log) {
    for (var make : makes) {
      mapper.toLabels(List.of(await(find(make))), log).forEach(label -> label.setMake("<" + make));
      var label = new Label();
      mapper.update(label, await(find(make + "!")));
      emit(label);
    }
    return end();
  }

  @Async
  Coroutine<String> printed(List<String> makes) {
    var log = new ArrayList<String>();
    var text = new StringBuilder();
    for (var label : awaitEach(labels(makes, log))) {
      text.append(label.getMake()).append(' ');
    }
    return done(text.append(log).toString());
  }

  @Async
  Coroutine<String> owner(String make) {
    await(yieldNow());
    return done("owner of " + make);
  }
}
