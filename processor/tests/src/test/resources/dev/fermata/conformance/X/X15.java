// X15: what cannot complete, for a constant expression or for a finally that takes over
// trace: 1, 2, 3, 4
// ends: value: 3 4 x finally (String)
@SuppressWarnings("finally")
class X15 {
  static final int MASK = 1;

  @Async
  Coroutine<Object> run() {
    String text = await(sums(2)) + " " + await(bits(3));
    try {
      await(thrown());
    } catch (IllegalStateException failure) {
      text += " " + failure.getMessage();
    }
    return done(text + " " + await(taken()));
  }

  @Async
  Coroutine<Integer> sums(int n) {
    await(ok("1", 1));
    while (1 + 1 == 2 && "a" == "a" && (byte) 256 == 0 && -1L < 0 && 1.5f * 2 == 3 && (true ? 'a' < 'b' : false)) {
      n++;
      return done(n);
    }
  }

  @Async
  Coroutine<Integer> bits(int n) {
    final int three = 3;
    await(ok("2", 1));
    do {
      if (n++ >= three) {
        return done(n);
      }
    } while ((three & MASK) == 1 && ~0 == -1 && 1 << 3 == 8 && !("" + 1 != "1"));
  }

  @Async
  Coroutine<Integer> thrown() {
    await(ok("3", 1));
    while (true) {
      try {
        break;
      } finally {
        throw new IllegalStateException("x");
      }
    }
  }

  @Async
  Coroutine<String> taken() {
    await(ok("4", 1));
    left:
    {
      try {
        break left;
      } finally {
        return done("finally");
      }
    }
  }
}
