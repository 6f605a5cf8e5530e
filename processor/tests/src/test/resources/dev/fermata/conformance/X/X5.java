// X5: variables and operands whose type is an anonymous class, wherever they are declared
// trace: 1, 11, 12, 7 a, 3
// ends: value: 33 (Integer)
class X5 {
  @Async
  Coroutine<Object> run() {
    int n = 3;
    switch (n) {
      case 3:
        var counter =
            new Object() {
              int own;

              int next() {
                return ++own;
              }
            };
        log(counter.next());
        n = await(ok("11", counter.own + 10));
        break;
      default:
        break;
    }
    var first =
        new Object() {
          int own = 10;

          int next() {
            return ++own;
          }
        };
    var second = first;
    first.next();
    log(await(done(second.next())));
    int sum = second.own + first.next();
    log(
        new Object() {
          String text(int a, String b) {
            return a + " " + b;
          }
        }.text(await(done(7)), "a"));
    log(await(done(n - 8)));
    return done(sum + 8);
  }
}
