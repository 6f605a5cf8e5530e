import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.List;

abstract class Started {
  abstract Coroutine<String> fetch(String uri);

  @Async
  Coroutine<Void> statements(List<String> uris, EventLoop loop, LoopGroup loops) {
    /*! the Task of start(fetch("a")) is thrown away, so nobody waits for it or hears of its failure; start it in a TaskGroup or in BackgroundTasks, or keep it [DiscardedTask] */ start(fetch("a"));
    Coroutines/*! the Task of Coroutines.start(fetch("b"), "b") is thrown away, so nobody waits for it or hears of its failure; start it in a TaskGroup or in BackgroundTasks, or keep it [DiscardedTask] */ .start(fetch("b"), "b");
    /*! the Task of startEagerly(fetch("c")) is thrown away, so nobody waits for it or hears of its failure; start it in a TaskGroup or in BackgroundTasks, or keep it [DiscardedTask] */ startEagerly(fetch("c"));
    loop/*! the Task of loop.start(fetch("d")) is thrown away, so nobody waits for it or hears of its failure; start it in a TaskGroup or in BackgroundTasks, or keep it [DiscardedTask] */ .start(fetch("d"));
    loops/*! the Task of loops.start(fetch("e")) is thrown away, so nobody waits for it or hears of its failure; start it in a TaskGroup or in BackgroundTasks, or keep it [DiscardedTask] */ .start(fetch("e"));
    for (String uri : uris) /*! the Task of start(fetch(uri)) is thrown away, so nobody waits for it or hears of its failure; start it in a TaskGroup or in BackgroundTasks, or keep it [DiscardedTask] */ start(fetch(uri));
    /*! nobody waits for gather(fetch("f"), fetch("g")) or hears of its failure; write await(gather(fetch("f"), fetch("g"))), or keep it [DiscardedTask] */ gather(fetch("f"), fetch("g"));
    /*! nobody waits for shield(fetch("h")) or hears of its failure; write await(shield(fetch("h"))), or keep it [DiscardedTask] */ shield(fetch("h"));
    return done();
  }

  void functions(List<String> uris, List<Coroutine<String>> coroutines) {
    uris.forEach(uri -> /*! the Task of start(fetch(uri)) is thrown away, so nobody waits for it or hears of its failure; start it in a TaskGroup or in BackgroundTasks, or keep it [DiscardedTask] */ start(fetch(uri)));
    coroutines.forEach(/*! the Task of Coroutines::start is thrown away, so nobody waits for it or hears of its failure; start it in a TaskGroup or in BackgroundTasks, or keep it [DiscardedTask] */ Coroutines::start);
  }
}
