// C26: two catches of which only one awaits; the other throws its own exception again
// trace: x, a, y, out b
// ends: value: null
class C26 {
  @Async
  Coroutine<Object> run() {
    for (RuntimeException failure :
        List.of(new IllegalStateException("a"), new IllegalArgumentException("b"))) {
      try {
        try {
          await(fail(failure instanceof IllegalStateException ? "x" : "y", failure));
        } catch (IllegalStateException e) {
          await(ok(e.getMessage(), 1));
        } catch (IllegalArgumentException e) {
          throw e;
        }
      } catch (IllegalArgumentException e) {
        log("out " + e.getMessage());
      }
    }
    return done(null);
  }
}
