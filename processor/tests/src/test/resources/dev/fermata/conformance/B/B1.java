// B1: while and do with an awaited condition: continue awaits the condition again
// trace: more 1, body 1, more 2, more 3, body 3, more 4, do, c 5, do, c 6, end 6
// ends: value: null
class B1 {
  int n;

  @Async
  Coroutine<Object> run() {
    while (await(more(4))) {
      if (n == 2) continue;
      log("body " + n);
    }
    do {
      log("do");
      if (n == 4) continue;
    } while (await(c()));
    log("end " + n);
    return done(null);
  }

  Awaitable<Boolean> more(int limit) {
    n++;
    return at("more " + n, n < limit);
  }

  Awaitable<Boolean> c() {
    n++;
    return at("c " + n, n < 6);
  }
}
