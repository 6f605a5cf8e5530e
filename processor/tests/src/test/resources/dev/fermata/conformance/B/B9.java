// B9: two labels on one loop: break of either, continue of the inner one (javac refuses that of the outer)
// trace: i 0, i 1, i 2, i 3, end
// ends: value: null
class B9 {
  @Async
  Coroutine<Object> run() {
    a:
    b:
    for (int i = 0; i < 4; i++) {
      await(at("i " + i, i));
      for (; ; ) {
        if (i == 3) break a;
        if (i == 4) break b;
        continue b;
      }
    }
    log("end");
    return done(null);
  }
}
