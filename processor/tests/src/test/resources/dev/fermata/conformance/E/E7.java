// E7: the same name in sibling blocks with other types, as a lambda parameter and as a field
// trace: x, 1, y, s, f 7, field, l, 3
// ends: value: null
class E7 {
  String a = "field";

  @Async
  Coroutine<Object> run() {
    {
      int a = await(at("x", 1));
      log(a);
    }
    {
      String a = await(at("y", "s"));
      log(a);
    }
    IntFunction<String> f = a -> "f " + a;
    log(f.apply(7));
    log(a);
    {
      long a = await(at("l", 3L));
      log(a);
      this.a = "changed";
    }
    return done(null);
  }
}
