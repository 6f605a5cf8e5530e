// C9: the same with throw: the message goes through; a finally that throws replaces it
// trace: i, o, p, hello 15, i, bye
// ends: value: null
class C9 {
  @Async
  Coroutine<Object> run() {
    int x = 0;
    try {
      try {
        try {
          x = 1;
          throw new IllegalStateException("hello");
        } finally {
          x += await(at("i", 2));
        }
      } finally {
        try {
          x += await(at("o", 4));
        } finally {
          x += await(at("p", 8));
        }
      }
    } catch (IllegalStateException e) {
      log(e.getMessage() + " " + x);
    }
    try {
      try {
        throw new IllegalStateException("hello");
      } finally {
        if (await(at("i", 2)) == 2) throw new IllegalStateException("bye");
      }
    } catch (IllegalStateException e) {
      log(e.getMessage());
    }
    return done(null);
  }
}
