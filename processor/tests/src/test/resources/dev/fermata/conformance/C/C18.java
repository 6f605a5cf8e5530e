// C18: the same with an await inside the last return
// trace: x, y, x, z, 3, 4
// ends: value: null
class C18 {
  @Async
  @SuppressWarnings("finally")
  Coroutine<Integer> part(boolean c) {
    try {
      try {
        return done(await(at("x", 1)));
      } finally {
        return done(2);
      }
    } finally {
      try {
        if (!c) return done(await(at("y", 3)));
      } finally {
        if (c) return done(await(at("z", 4)));
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
