// B27: a ladder of conditions of which only the third awaits; an empty else
// trace: a, b, c, third, a, c2, end
// ends: value: null
class B27 {
  @Async
  Coroutine<Object> run() {
    if (op("a", false)) {
      log("first");
    } else if (op("b", false)) {
      log("second");
    } else if (await(at("c", true))) {
      log("third");
    } else {
    }
    if (op("a", false)) {
    } else if (await(at("c2", false))) {
      log("no");
    } else ;
    log("end");
    return done(null);
  }
}
