package dev.fermata.patterns;

import static dev.fermata.Coroutines.done;

import dev.fermata.Coroutine;
import dev.fermata.Coroutines;
import dev.fermata.annotations.Async;
import java.util.concurrent.CompletionStage;

/** Makes coroutines of stages. */
abstract class Stages {
  @Async
  static <T> Coroutine<T> await(CompletionStage<? extends T> stage) {
    return done(Coroutines.await(stage));
  }
}
