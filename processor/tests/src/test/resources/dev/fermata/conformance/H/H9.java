// H9: context variables follow the task, across suspensions and into tasks that it starts
// trace: a, x, a, child a, child b, a, default
// ends: value: null
class H9 {
  static final ContextVar<String> VAR = new ContextVar<>("var", "default");

  @Async
  Coroutine<Object> run() {
    Task<Object> task = start(inner());
    await(task);
    log(VAR.get());
    return done(null);
  }

  @Async
  Coroutine<Object> inner() {
    VAR.set("a");
    log(VAR.get());
    await(at("x", 1));
    log(VAR.get());
    await(start(child()));
    log(VAR.get());
    return done(null);
  }

  @Async
  Coroutine<Object> child() {
    log("child " + VAR.get());
    VAR.set("b");
    await(yieldNow());
    log("child " + VAR.get());
    return done(null);
  }
}
