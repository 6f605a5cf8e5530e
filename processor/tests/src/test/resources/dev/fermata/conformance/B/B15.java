// B15: break inside a try inside a switch without awaits belongs to the switch, not to the loop around it
// trace: x 0, f, after, x 1, f, after, end
// ends: value: null
class B15 {
  @Async
  Coroutine<Object> run() {
    for (int i = 0; i < 2; i++) {
      int v = await(at("x " + i, 1));
      switch (v) {
        case 1:
          try {
            break;
          } finally {
            log("f");
          }
        default:
          log("never");
      }
      log("after");
    }
    log("end");
    return done(null);
  }
}
