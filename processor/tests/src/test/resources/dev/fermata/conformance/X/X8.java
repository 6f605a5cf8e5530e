// X8: a variable of one group of a switch that is set in another one, where a match against no variable came before it (javac 17 takes it for set)
// trace: 2, 3
// ends: value: 3 (Integer)
class X8 {
  @Async
  Coroutine<Object> run() {
    if (!((Object) 1 instanceof Long n)) {
      int kept = 1;
      switch (kept & 1) {
        case 0:
          int late;
        default:
          late = 2;
          log("2");
          kept = late + 1;
      }
      await(ok("3", 1));
      return done(kept);
    }
    return done(n);
  }
}
