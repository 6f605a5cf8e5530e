// B11: continue of an outer loop from inside a try whose finally awaits: the finally once, then the outer update
// trace: 0 0, f, u 1, 1 0, f, 1 1, f, 1 2, f, u 2, end
// ends: value: null
class B11 {
  @Async
  Coroutine<Object> run() {
    outer:
    for (int i = 0; i < 2; i++, log("u " + i)) {
      for (int j = 0; j < 3; j++) {
        try {
          log(i + " " + j);
          if (i == 0) continue outer;
        } finally {
          await(at("f", 1));
        }
      }
    }
    log("end");
    return done(null);
  }
}
