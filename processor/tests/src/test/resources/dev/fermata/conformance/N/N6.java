// N6: members and variables named like generated members, frames' fields and helper variables
class N6 {
  static class Run$Frame {
    int z = 12;
  }

  int RUN$BODY = 44;

  int run$step(int x) {
    return x;
  }

  @Async
  Coroutine<Object> run() {
    String state$ = "x", state = "y", awaited$ = "z", awaited = "aw", text$bound = "b", r = "";
    String each$1 = "e", failure$2 = "f", thrown$2 = "t", scope$3 = "s", text$final = "f", a0$ = "a";
    Object given = await(ok("one", "given"));
    if (!(given instanceof String text)) {
      return done("no");
    }
    await(ok("two", 2));
    class Kept {
      int i;

      Kept(int i) {
        this.i = i;
      }
    }
    IntFunction<Kept> make = Kept::new;
    Supplier<String> all = () -> text + text$bound + text$final + make.apply(3).i;
    for (int i : awaitEach(AsyncGenerator.from(List.of(1, 2)))) {
      r += i + each$1;
    }
    AsyncCloseable close = () -> done();
    try (var group = TaskGroup.open()) {
      r += failure$2 + thrown$2;
    }
    try (close) {
      r += scope$3;
    }
    await(ok("three", 3));
    IntFunction<Kept> again = Kept::new;
    r += again.apply(4).i + a0$;
    return done(all.get() + r + state$ + state + awaited$ + awaited + RUN$BODY + run$step(4)
        + new Run$Frame().z);
  }
}
