// A32: the left operand of a string concatenation is converted before the await
// trace: x
// ends: value: aR (String)
class A32 {
  @Async
  Coroutine<Object> run() {
    StringBuilder sb = new StringBuilder("a");
    return done(sb + await(at("x", "R", () -> sb.append("!"))));
  }
}
