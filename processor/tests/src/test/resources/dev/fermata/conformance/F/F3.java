// F3: record patterns, nested, with var and unnamed components, used after an await
// since: 22
// trace: x, 1 s, y, 2, z, 3 t
// ends: value: null
class F3 {
  record P(Object a, Object b) {}

  @Async
  Coroutine<Object> run() {
    Object o = new P(1, new P(2, "s"));
    if (o instanceof P(Integer i, P(var _, String s))) {
      await(at("x", 1));
      log(i + " " + s);
    }
    if (!(o instanceof P(_, P(Integer j, _)))) return done("no");
    await(at("y", 1));
    log(j);
    if (await(at("z", (Object) new P(3, "t"))) instanceof P(var k, String t) && !t.isEmpty()) {
      log(k + " " + t);
    }
    return done(null);
  }
}
