import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.Stream;

abstract class ReturnTypes {
  @Async
  /*! nothing() is @Async and returns void; let it return Coroutine<Void>, AsyncGenerator<Void>, CompletionStage<Void> or CompletableFuture<Void> [AsyncSignature] */ void nothing() {
    await(done("x"));
  }

  @Async
  /*! plain() is @Async and returns String; let it return Coroutine<String>, AsyncGenerator<String>, CompletionStage<String> or CompletableFuture<String> [AsyncSignature] */ String plain() {
    return await(done("x"));
  }

  @Async
  public /*! primitive() is @Async and returns int; let it return Coroutine<Integer>, AsyncGenerator<Integer>, CompletionStage<Integer> or CompletableFuture<Integer> [AsyncSignature] */ int primitive() {
    return 1;
  }

  @Async
  List/*! list() is @Async and returns List<String>; let it return Coroutine<List<String>>, AsyncGenerator<List<String>>, CompletionStage<List<String>> or CompletableFuture<List<String>> [AsyncSignature] */ <String> list() {
    return List.of();
  }

  @Async
  Task/*! task() is @Async and returns Task<String>; let it return Coroutine<String> [AsyncSignature] */ <String> task() {
    return start(done("x"));
  }

  @Async
  Future/*! future() is @Async and returns Future<String>; let it return Coroutine<String> [AsyncSignature] */ <String> future() {
    return null;
  }

  @Async
  AsyncIterable/*! iterable() is @Async and returns AsyncIterable<String>; let it return AsyncGenerator<String> [AsyncSignature] */ <String> iterable() {
    return null;
  }

  @Async
  Iterable/*! elements() is @Async and returns Iterable<String>; let it return AsyncGenerator<String> [AsyncSignature] */ <String> elements() {
    return List.of();
  }

  @Async
  Iterator/*! iterator() is @Async and returns Iterator<? extends String>; let it return AsyncGenerator<String> [AsyncSignature] */ <? extends String> iterator() {
    return null;
  }

  @Async
  Stream/*! stream() is @Async and returns Stream<String>; let it return AsyncGenerator<String> [AsyncSignature] */ <String> stream() {
    return Stream.of();
  }

  @Async
  Flow.Publisher/*! publisher() is @Async and returns Flow.Publisher<String>; let it return AsyncGenerator<String> [AsyncSignature] */ <String> publisher() {
    return null;
  }

  @Async
  <C extends Coroutine<String>> /*! variable(C) is @Async and returns C; let it return Coroutine<…> [AsyncSignature] */ C variable(C given) {
    return given;
  }
}
