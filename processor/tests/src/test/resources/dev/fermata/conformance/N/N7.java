// N7: comments beside declared names that say the names, and have braces and keywords in them
class N7 {
  @Async
  Coroutine<Object> run() {
    int /* i is a counter */ i = 0;
    Object n = await(ok("one", 1));
    {
      int /* k for keep */ k = (Integer) n;
      await(ok("two", k));
      i += k;
    }
    {
      String /* k { */ k = "s" + n;
      await(ok("three", 3));
      i += k.length();
    }
    for (long /* j */ j = 0; j < 1; j++) {
      await(ok("four", 4));
      Runnable r = () -> { long /* z j */ z = 4; log(z); };
      r.run();
    }
    if (n instanceof Integer /* q */ q && await(ok("five", true))) {
      i += q;
    }
    if (!(n instanceof Integer /* p: the count */ p)) { // p
      return done("no");
    }
    var made = new Object() /* { */ { // {
      int twice() {
        return 2 * p;
      }
    };
    await(ok("six", 6));
    Comparable<Integer> lambda = (/* x */ x) -> x + p;
    return done(i + p + made.twice() + lambda.compareTo(4));
  }
}
