// X43: constants that are named through an expression, which is evaluated in its turn
// trace: me, a, me, b, me, c, me, null, d, e, f
// ends: value: 701, 802, 903, 1001, none, none, none, 8, 8 (String)
class X43 {
  final int own = 7;
  private final int hidden = 8;
  static final int SHARED = 9;
  private static final int MINE = 10;

  X43 me() {
    log("me");
    return this;
  }

  static X43 none() {
    log("null");
    return null;
  }

  static int pair(int a, int b) {
    return 100 * a + b;
  }

  @Async
  Coroutine<Object> run() {
    X43 none = null;
    String s = pair(me().own, await(at("a", 1))) + ", ";
    s += pair(me().hidden, await(at("b", 2))) + ", ";
    s += pair(me().SHARED, await(at("c", 3))) + ", ";
    s += me().MINE * 100 + none().SHARED - 8 + ", ";
    try {
      s += pair(none.own, await(at("never", 4)));
    } catch (NullPointerException e) {
      s += "none, ";
    }
    try {
      s += pair(none.hidden, await(at("never", 5)));
    } catch (NullPointerException e) {
      s += "none, ";
    }
    try {
      s += await(at("d", none)).hidden;
    } catch (NullPointerException e) {
      s += "none, ";
    }
    s += await(at("e", this)).hidden + ", ";
    Supplier<Integer> get = () -> this.hidden;
    await(at("f", 6));
    return done(s + get.get());
  }
}
