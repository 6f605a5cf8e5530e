// N13: operands whose type is the null type, for parameters of any type
class N13 {
  @Async
  Coroutine<Object> run() {
    boolean yes = await(ok("one", true));
    String first = both(yes ? null : null, await(ok("two", 2)));
    String second = both(await(ok("three", true)) ? null : null, await(ok("four", 4)));
    String third =
        both(
            switch (first.length()) {
              case 0 -> null;
              default -> await(ok("five", false)) ? null : null;
            },
            await(ok("six", 6)));
    Object[] none = new Object[] {yes ? null : null, await(ok("seven", 7))};
    boolean same = (yes ? null : null) == await(ok("eight", second));
    return done(first + second + third + none[0] + none[1] + same + ((yes ? null : null) + third));
  }

  static String both(String text, int number) {
    return text + number;
  }
}
