// E19: var of types that have no name: an intersection, a captured wildcard, an anonymous class; and a primitive array
// trace: x, 1 s, y, one, z, 3, w, 5
// ends: value: null
class E19 {
  @Async
  Coroutine<Object> run() {
    var both = List.of(1, "s");
    var anyOf = both.get(0);
    await(at("x", 1));
    log(anyOf + " " + both.get(1));
    List<? extends CharSequence> wild = List.of("one");
    var captured = wild.get(0);
    await(at("y", 1));
    log(captured.subSequence(0, captured.length()));
    var array = new int[] {1, 2};
    await(at("z", 1));
    log(array[0] + array[1]);
    var anonymous =
        new Object() {
          int n = 4;

          int next() {
            return ++n;
          }
        };
    await(at("w", 1));
    log(anonymous.next());
    return done(null);
  }
}
