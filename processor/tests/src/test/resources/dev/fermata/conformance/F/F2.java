// F2: bindings in && and || with awaits on the right
// trace: ok a, z, true, f a, true, not f a, false
// ends: value: null
class F2 {
  @Async
  Coroutine<Object> run() {
    Object o = "a";
    log(o instanceof String a && await(at("ok " + a, true)) && z(a));
    log(!(o instanceof String a) || await(at("f " + a, true)));
    log(!(o instanceof String a) || !await(at("not f " + a, true)));
    return done(null);
  }

  boolean z(String s) {
    return op("z", !s.isEmpty());
  }
}
