// N4: fields, parameters and variables named like classes that the generated code names
class N4 {
  int N4 = 7, dev = 1, Machine = 3, Bodies = 4, Body = 5, Execution = 6, Loops = 17, Access = 19;
  int frame = 7, state = 8, awaited = 9, failure = 10, execution = 11, thrown = 12, java = 2;
  static int Resources = 16, Objects = 18, MethodHandles = 2, GeneratorMachine = 4;
  String String = "s";
  private int Hidden = 3;

  static class Made {
    private Made(int i) {}

    private int twice(int i) {
      return 2 * i;
    }
  }

  @Async
  @SuppressWarnings("UntransformedInstance") // of(…) is meant to be called by its simple name
  Coroutine<Object> run() {
    int sum = dev + java + Machine + Bodies + Body + Execution + frame + state + awaited + N4;
    Made made = new Made(await(ok("one", 1)));
    for (int i : awaitEach(numbers())) {
      sum += i + Loops;
    }
    try {
      sum += await(ok("two", dev++)) + java + state++ + frame;
    } finally {
      await(ok("three", 3));
      failure++;
    }
    IntUnaryOperator twice = made::twice;
    Hidden++;
    try (AsyncCloseable close = () -> done()) {
      await(ok("four", 4));
    }
    sum += twice.applyAsInt(sum);
    return done(sum + String + Hidden + await(of(1, 2, "m")));
  }

  @Async
  AsyncGenerator<Integer> numbers() {
    int current = 1;
    emit(current);
    emit(current + 1 + state);
    return end();
  }

  @Async
  static Coroutine<Object> of(int Bodies, int Stages, String Machine) {
    int dev = await(ok("five", 5));
    return done(Bodies + Stages + Machine + dev + Objects);
  }
}
