// X6: what is emitted, awaited or handed over is a switch that javac 17 takes only where the stack is empty
// trace: 1, 2, 3
// ends: value: 4 (Integer)
class X6 {
  static final Object LOCK = new Object();

  @Async
  Coroutine<Object> run() {
    int last = 0;
    for (int n : awaitEach(numbers(1))) {
      log(n);
      last = n;
    }
    return done(await(chosen(last + 1)));
  }

  @Async
  static AsyncGenerator<Integer> numbers(int n) {
    emit(
        switch (n) {
          case 1 -> {
            synchronized (LOCK) {
              n++;
            }
            yield n - 1;
          }
          default -> 0;
        });
    emit(
        await(
            switch (n) {
              case 2:
                try {
                  yield done(Integer.parseInt("" + n));
                } catch (RuntimeException e) {
                  yield done(5);
                }
              default:
                yield done(6);
            }));
    Object o = n;
    emit(
        switch (n) {
          case 2 -> {
            if (o instanceof Integer i && i == 2) {
              yield i + 1;
            }
            yield 9;
          }
          default -> 0;
        });
    return end();
  }

  @Async
  static Coroutine<Integer> chosen(int n) {
    return switch (n) {
      case 4 -> {
        synchronized (LOCK) {
          n += 0;
        }
        yield other(n);
      }
      default -> other(0);
    };
  }

  static Coroutine<Integer> other(int n) {
    return done(n);
  }
}
