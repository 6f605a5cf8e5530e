import static dev.fermata.Coroutines.*;

import dev.fermata.*;
import dev.fermata.annotations.Async;
import java.util.List;

abstract class Emitting {
  static {
    /*! emit in an initializer, which is no generator; move it to an @Async method that returns AsyncGenerator [AwaitOutsideAsync] */ emit("a");
  }

  final Runnable field = () -> /*! emit in the initializer of field field, which is no generator; move it to an @Async method that returns AsyncGenerator [AwaitOutsideAsync] */ emit("a");

  Emitting() {
    /*! emit in a constructor, which is no generator; move it to an @Async method that returns AsyncGenerator [AwaitOutsideAsync] */ emit("a");
  }

  int number() {
    /*! emit in number(), which is not @Async; annotate it with @Async and let it return AsyncGenerator<Integer> [AwaitOutsideAsync] */ emit(1);
    return 1;
  }

  List<String> list() {
    /*! emit in list(), which is not @Async; annotate it with @Async and let it return AsyncGenerator<String> [AwaitOutsideAsync] */ emit("a");
    return List.of();
  }

  Coroutine<String> coroutine() {
    /*! emit in coroutine(), which is not @Async; annotate it with @Async and let it return AsyncGenerator<String> [AwaitOutsideAsync] */ emit("a");
    return done("a");
  }

  AsyncGenerator<String> generator() {
    /*! emit in generator(), which is not @Async; annotate it with @Async [AwaitOutsideAsync] */ emit("a");
    return end();
  }

  public static void main(String[] arguments) {
    /*! emit in main(String[]), which is not @Async; move it to an @Async method that returns AsyncGenerator [AwaitOutsideAsync] */ emit("a");
  }
}
