// N2: member types and inherited ones named like classes of the runtime and of the JDK
class N2 extends N2Base implements N2Constants {
  static class Optional<T> {
    T value;

    Optional(T value) {
      this.value = value;
    }
  }

  enum Access {
    A
  }

  record Throwable(int i) {}

  static class MatchException {}

  static class Loops {}

  static class Resources {
    Resources(int i) {}
  }

  private int hidden = 2;

  @Async
  Coroutine<Object> run() {
    var found = java.util.Optional.of(await(ok("one", 1)));
    Optional<java.util.Optional<Integer>> both = new Optional<>(found);
    Resources made = new Resources(await(ok("two", 2)));
    hidden += await(ok("three", 3));
    for (var each : awaitEach(numbers(both.value))) {
      log(each);
    }
    try {
      await(fail("bad", new RuntimeException("bad")));
    } catch (RuntimeException e) {
      log(e.getMessage());
    } finally {
      await(ok("four", 4));
    }
    switch (Access.A) {
      case A -> await(ok("five", 5));
    }
    return done(Machine + Execution + new Body().b + both.value.get() + hidden + new Throwable(3));
  }

  @Async
  AsyncGenerator<java.util.Optional<Integer>> numbers(java.util.Optional<Integer> first) {
    emit(first);
    emit(java.util.Optional.empty());
    return end();
  }
}

interface N2Constants {
  String Machine = "M";

  class List {}
}

class N2Base {
  protected int Execution = 4;

  static class CoroutineMachine {}

  protected static class Body {
    int b = 2;
  }
}
