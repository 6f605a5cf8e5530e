// E6: a local class that refers to itself, an anonymous subclass of it, and its constructor reference after an await
// trace: x, 3, sub 1, 5
// ends: value: null
class E6 {
  @Async
  Coroutine<Object> run() {
    class L {
      final int depth;
      final L next;

      L(int depth) {
        this.depth = depth;
        this.next = depth == 0 ? null : new L(depth - 1);
      }

      int length() {
        return next == null ? 0 : 1 + next.length();
      }
    }
    int three = await(at("x", 3));
    log(new L(three).length());
    L sub =
        new L(1) {
          @Override
          public String toString() {
            return "sub " + length();
          }
        };
    await(done());
    log(sub);
    IntFunction<L> make = L::new;
    await(done());
    log(make.apply(5).length());
    return done(null);
  }
}
