// C6: throw in a try with a finally that awaits: the finally completes, then the exception goes on
// trace: f, after f
// ends: throws: java.lang.IllegalStateException: original
class C6 {
  @Async
  Coroutine<Object> run() {
    try {
      throw new IllegalStateException("original");
    } finally {
      await(at("f", 7));
      log("after f");
    }
  }
}
