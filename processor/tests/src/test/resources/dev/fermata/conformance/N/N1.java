// N1: a member type named like the class that a generated type is nested in
class N1 {
  static class Map {
    int z = 1;
  }

  @Async
  Coroutine<Object> run() {
    var entry = java.util.Map.entry("k", await(ok("one", 1)));
    await(ok("two", 2));
    return done(entry.getKey() + entry.getValue() + new Map().z);
  }
}
