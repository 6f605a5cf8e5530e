import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;

abstract class InBlocks {
  private final Object lock = new Object();

  @Async
  Coroutine<String> awaits(Coroutine<String> name) {
    synchronized (lock) {
      if (name != null) {
        return done(/*! await in synchronized (lock), which would hold the monitor while it waits; wait before the block, or hold a dev.fermata.sync.AsyncLock instead [AwaitInSynchronized] */ await(name));
      }
    }
    return done("");
  }

  @Async
  Coroutine<Void> loops(AsyncIterable<String> names) {
    synchronized (this) {
      for (String name : /*! awaitEach in synchronized (this), which would hold the monitor while it waits; wait before the block, or hold a dev.fermata.sync.AsyncLock instead [AwaitInSynchronized] */ awaitEach(names)) {
        System.out.println(name);
      }
    }
    return done();
  }

  @Async
  AsyncGenerator<String> emits(AsyncIterable<String> names) {
    synchronized (lock) {
      /*! emit in synchronized (lock), which would hold the monitor while it waits; wait before the block, or hold a dev.fermata.sync.AsyncLock instead [AwaitInSynchronized] */ emit("a");
      /*! emitAll in synchronized (lock), which would hold the monitor while it waits; wait before the block, or hold a dev.fermata.sync.AsyncLock instead [AwaitInSynchronized] */ emitAll(names);
    }
    return end();
  }

  @Async
  Coroutine<Void> closes(AsyncCloseable resource) {
    synchronized (lock) {
      try (/*! a resource that is closed by awaiting it in synchronized (lock), which would hold the monitor while it waits; wait before the block, or hold a dev.fermata.sync.AsyncLock instead [AwaitInSynchronized] */ resource) {
        System.out.println(resource);
      }
    }
    return done();
  }

  @Async
  Coroutine<String> inBlockOfBlock(Coroutine<String> name) {
    return async(() -> {
      synchronized (lock) {
        return /*! await in synchronized (lock), which would hold the monitor while it waits; wait before the block, or hold a dev.fermata.sync.AsyncLock instead [AwaitInSynchronized] */ await(name);
      }
    });
  }
}
