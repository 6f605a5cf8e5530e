import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.List;

abstract class Misfits {
  @Async
  AsyncGenerator<String> literal() {
    emit(/*! int cannot be converted to String, and literal() emits elements of type String; convert it, or change the return type [EmitType] */ 1);
    return end();
  }

  @Async
  AsyncGenerator<List<String>> generic(List<Integer> numbers) {
    emit(/*! List<Integer> cannot be converted to List<String>, and generic(List<Integer>) emits elements of type List<String>; convert it, or change the return type [EmitType] */ numbers);
    emit(List.of());
    return end();
  }

  @Async
  AsyncGenerator<Long> branches(boolean more) {
    emit(more ? 1L : /*! String cannot be converted to Long, and branches(boolean) emits elements of type Long; convert it, or change the return type [EmitType] */ "2");
    return end();
  }

  @Async
  AsyncGenerator<String> all(AsyncIterable<Integer> numbers) {
    emitAll(/*! AsyncIterable<Integer> cannot be converted to AsyncIterable<? extends String>, and all(AsyncIterable<Integer>) emits elements of type String; convert it, or change the return type [EmitType] */ numbers);
    return end();
  }

  @Async
  AsyncGenerator<String> allOfGenericCall() {
    emitAll(/*! AsyncGenerator<Integer> does not fit, and allOfGenericCall() emits elements of type String; convert it, or change the return type [EmitType] */ AsyncGenerator.from(List.of(1)));
    return end();
  }

  @Async
  AsyncGenerator<String> genericCall() {
    emit(/*! List<Integer> does not fit, and genericCall() emits elements of type String; convert it, or change the return type [EmitType] */ List.of(1));
    return end();
  }

  @Async
  AsyncGenerator<String> allOfNoAsyncIterable(List<String> names) {
    /*! compiler.err.cant.apply.symbol */ emitAll(/*! List<String> is no AsyncIterable; write emitAll(AsyncGenerator.from(…)) [EmitType] */ List.of("a"));
    /*! compiler.err.cant.apply.symbol */ emitAll(/*! List<String> is no AsyncIterable; write emitAll(AsyncGenerator.from(…)) [EmitType] */ names);
    /*! compiler.err.cant.apply.symbol */ emitAll("a");
    return end();
  }

  @Async
  AsyncGenerator<String> ownErrorIsJavacs() {
    emit(/*! compiler.err.cant.resolve.location.args */ missing());
    return end();
  }
}
