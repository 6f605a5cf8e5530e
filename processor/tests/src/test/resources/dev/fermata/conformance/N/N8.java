// N8: Unicode escapes in names, keywords, comments and literals
class N8 {
  private int \u0066ield = 3;

  @Async
  Coroutine<Object> run() {
    Object o = await(ok("one", "t"));
    int \u0061bc = 5;
    String s\u0074r = "\u0041\\u0041\u005c\u005c" + '\u0041' + '"' + '\'';
    // a comment \u002f\u002a
    /* x *\u002f int y = await(ok("two", 2));
    if (!(o instanceo\u0066 String te\u0078t)) {
      return done("no");
    }
    a\u0062c += await(ok("three", ab\u0063 + y));
    for (int \u0069 = 0; i < 2; \u0069++) {
      str += await(ok("four", i));
    }
    \u0066ield++;
    th\u0069s.field += a\u0062c;
    var \u006c = new Object() {
      int z = a();

      int a() {
        return fi\u0065ld;
      }
    };
    await(ok("five", 5));
    Runnable r = () -> log(te\u0078t + fi\u0065ld);
    r.run();
    return done(text + abc + str + field + l.z + l\u002ea() + """
        \u0041 \u0022 x \""" é
        """);
  }
}
