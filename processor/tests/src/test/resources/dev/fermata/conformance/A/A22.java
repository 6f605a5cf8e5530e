// A22: a.b.x = b.x = await(w) with the second b null: a.b is read, w awaited, then it fails and nothing is stored
// trace: a, b, w, NPE, 1
// ends: value: null
class A22 {
  static class Node {
    int x = 1;
    Node b;
  }

  @Async
  Coroutine<Object> run() {
    Node a = new Node();
    a.b = new Node();
    try {
      op("a", a).b.x = b().x = await(at("w", 5));
    } catch (NullPointerException e) {
      log("NPE");
    }
    log(a.b.x);
    return done(null);
  }

  Node b() {
    return op("b", null);
  }
}
