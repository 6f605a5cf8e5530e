// B25: while (true) whose only exit is a return after an await
// trace: a 0, a 1, a 2
// ends: value: 2 (Integer)
class B25 {
  @Async
  Coroutine<Object> run() {
    int n = 0;
    while (true) {
      if (await(at("a " + n, n == 2))) return done(n);
      n++;
    }
  }
}
