package dev.fermata.patterns;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.EventLoop;
import dev.fermata.annotations.Async;
import dev.fermata.patterns.Circuit.Result;

/** Makes the calls of a {@link CircuitBreaker}. */
abstract class CircuitCalls {
  @Async
  static <T, X extends Throwable> Coroutine<T> call(Circuit circuit, AsyncCall<T, X> call)
      throws X {
    long entered = circuit.enter();
    EventLoop loop = EventLoop.current();
    long begun = loop.time();
    Result result = Result.NONE;
    try {
      T value = await(call.begin());
      result = circuit.judge(loop.time() - begun);
      return done(value);
    } catch (Throwable failure) {
      result = circuit.judge(failure);
      throw failure;
    } finally {
      circuit.leave(entered, result);
    }
  }
}
