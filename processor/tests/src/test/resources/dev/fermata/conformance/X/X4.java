// X4: a local that lives across an await does not hide the field of its name from a class before it
// trace: field 5, own 6
// ends: value: local field 5 (String)
class X4 {
  String s = "field ";

  @Async
  Coroutine<Object> run() {
    String before =
        new Supplier<String>() {
          int t = 5;

          @Override
          public String get() {
            return s + t;
          }
        }.get();
    log(before);
    class Own {
      int s = 6;

      String get() {
        return "own " + s;
      }
    }
    log(new Own().get());
    String result;
    {
      String s = await(done("local "));
      String t = await(done(""));
      result = s + t;
    }
    return done(result + before);
  }
}
