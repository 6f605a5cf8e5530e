// G9: overloads of one name, varargs, and a checked exception of the signature
// trace: x, int 1, y, String s, z, varargs 2, io boom
// ends: value: null
class G9 {
  @Async
  Coroutine<Object> run() {
    log(await(m(1)));
    log(await(m("s")));
    log(await(m(1, 2)));
    try {
      await(failing());
    } catch (IOException e) {
      log("io " + e.getMessage());
    }
    return done(null);
  }

  @Async
  Coroutine<String> m(int v) {
    return done("int " + await(at("x", v)));
  }

  @Async
  Coroutine<String> m(String v) {
    return done("String " + await(at("y", v)));
  }

  @Async
  Coroutine<String> m(int... v) {
    return done("varargs " + await(at("z", v)).length);
  }

  @Async
  Coroutine<Void> failing() throws IOException {
    await(yieldNow());
    throw new IOException("boom");
  }
}
