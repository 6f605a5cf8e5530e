// C17: returns that override each other through nested finallys
// trace: x, x, 3, 4
// ends: value: null
class C17 {
  @Async
  @SuppressWarnings("finally")
  Coroutine<Integer> part(boolean c) {
    try {
      try {
        return done(await(ok("x", 1)));
      } finally {
        return done(2);
      }
    } finally {
      try {
        return done(3);
      } finally {
        if (c) return done(4);
      }
    }
  }

  @Async
  Coroutine<Object> run() {
    int first = await(part(false));
    int second = await(part(true));
    log(first);
    log(second);
    return done(null);
  }
}
