// E8: names of the user that generated code might use itself
// trace: x, 1 2 3 4 5 6 7 8, y, label
// ends: value: null
class E8 {
  @Async
  Coroutine<Object> run() {
    int frame = 1, execution = 2, awaited = 3, failure = 4, state = 5, step = 6, s = 7, result = 8;
    await(at("x", 1));
    log(frame + " " + execution + " " + awaited + " " + failure + " " + state + " " + step + " " + s
        + " " + result);
    String run$step = "label";
    int t0 = 0, t1 = 1, loop = 2, dispatch = 3, value = 4;
    loop:
    for (; ; ) {
      D$:
      for (; ; ) {
        run:
        {
          await(at("y", t0 + t1 + loop + dispatch + value));
          break loop;
        }
      }
    }
    log(run$step);
    return done(null);
  }
}
