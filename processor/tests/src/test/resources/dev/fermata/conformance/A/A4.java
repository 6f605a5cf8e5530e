// A4: the receiver is evaluated before an awaited argument
// trace: recv, x, m 1
// ends: value: recv1 (String)
class A4 {
  @Async
  Coroutine<Object> run() {
    return done(recv().m(await(at("x", 1))));
  }

  Receiver recv() {
    return op("recv", new Receiver());
  }

  static class Receiver {
    String m(int value) {
      log("m " + value);
      return "recv" + value;
    }
  }
}
