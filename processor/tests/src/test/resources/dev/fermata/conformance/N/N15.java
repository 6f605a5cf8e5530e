// N15: classes in the initialisers of fields of a class of the body
class N15 {
  @Async
  Coroutine<Object> run() {
    int before = await(at("a", 1));
    var t =
        new Object() {
          int own =
              switch (before) {
                case 1 -> {
                  enum Side {
                    LEFT,
                    RIGHT
                  }
                  Side side = Side.RIGHT;
                  switch (side) {
                    case LEFT:
                      yield 1;
                    default:
                      yield 5;
                  }
                }
                default -> 2;
              };
          IntSupplier twice =
              () -> {
                record Two(int v) {}
                return 2 * new Two(own).v();
              };
        };
    return done(t.own + t.twice.getAsInt() + await(at("b", 1)));
  }
}
