// X22: what stands before a private static member is evaluated
// trace: me, me, me, a, me, me
// ends: value: hi 1 8 hi (String)
class X22 {
  private static int count;

  private static String hi() {
    return "hi";
  }

  X22 me() {
    log("me");
    return null;
  }

  @Async
  @SuppressWarnings("static")
  Coroutine<Object> run() {
    count = 1;
    String result = me().hi() + " " + me().count + " ";
    me().count = await(ok("a", 5));
    me().count += 2;
    me().count++;
    X22 nothing = null;
    return done(result + count + " " + nothing.hi());
  }
}
