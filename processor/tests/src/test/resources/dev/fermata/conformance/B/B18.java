// B18: a variable of a switch block that is declared in one case, assigned and used in another after an await
// trace: x, y, 7
// ends: value: null
class B18 {
  @Async
  Coroutine<Object> run() {
    switch (await(at("x", 2))) {
      case 1:
        int v = 1;
        log(v);
        break;
      case 2:
        v = 5;
        v += await(at("y", 2));
        log(v);
        break;
      default:
        log("default");
    }
    return done(null);
  }
}
