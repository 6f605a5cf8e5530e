// E5: a local class that captures a local is one class, wherever in the body it is instantiated
// trace: c1, x, c2, true, y, true
// ends: value: null
class E5 {
  @Async
  Coroutine<Object> run() {
    String captured = "c";
    class L {
      final int n;

      L(int n) {
        this.n = n;
      }

      @Override
      public String toString() {
        return captured + n;
      }
    }
    L first = new L(1);
    log(first);
    int two = await(at("x", 2));
    L second = new L(two);
    log(second);
    log(first.getClass() == second.getClass());
    await(at("y", 2));
    log(second instanceof L && L.class.isInstance(first));
    return done(null);
  }
}
