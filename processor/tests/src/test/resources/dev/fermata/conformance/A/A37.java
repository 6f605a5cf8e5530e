// A37: x = p() || await(q()) && await(r()): precedence, and what is skipped
// trace: p, q, false, p, q, r, false, p, q, r, true, p, true
// ends: value: null
class A37 {
  @Async
  Coroutine<Object> run() {
    boolean x = op("p", false) || await(at("q", false)) && await(at("r", true));
    log(x);
    x = op("p", false) || await(at("q", true)) && await(at("r", false));
    log(x);
    x = op("p", false) || await(at("q", true)) && await(at("r", true));
    log(x);
    x = op("p", true) || await(at("q", true)) && await(at("r", true));
    log(x);
    return done(null);
  }
}
