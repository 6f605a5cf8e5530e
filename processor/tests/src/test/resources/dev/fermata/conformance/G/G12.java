// G12: methods of the user that are called await, emit and done; a method of that name on another object
// trace: x, mine 1, other 2, condition
// ends: value: null
class G12 {
  @Async
  Coroutine<Object> run() {
    int one = Coroutines.await(at("x", 1));
    log(new Other().await(one));
    log(new Other().emit(2));
    Other o = new Other();
    Supplier<String> s = () -> o.await();
    log(s.get());
    return done(null);
  }

  static class Other {
    String await() {
      return "condition";
    }

    String await(int n) {
      return "mine " + n;
    }

    String emit(int n) {
      return "other " + n;
    }
  }
}
