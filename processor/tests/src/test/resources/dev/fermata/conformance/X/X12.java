// X12: a variable that is assigned and captured in one expression, by two lambdas of one statement, and behind an arrow
// trace: 1, 2, 3, 4, 5
// ends: value: 5 10 6 14 7 17 2 3 8 16 (String)
class X12 {
  @Async
  Coroutine<Object> run() {
    int x;
    int y = sum(x = await(ok("1", 5)), () -> x);
    await(ok("2", 1));
    String text = x + " " + y;

    int z;
    if ((z = 6) > 5 && sum(1, () -> z) == 7) {
      text += " " + z + " " + sum(8, () -> z);
      await(ok("3", 1));
    }

    int kept;
    text += " " + (sum(kept = 7, () -> kept) - 7) + " " + sum(10, () -> kept);

    int branch;
    IntSupplier first;
    IntSupplier second;
    if (y == 10) {
      branch = 2;
      first = () -> branch;
      second = () -> branch + 1;
    } else {
      branch = 3;
      first = second = () -> branch;
    }
    await(ok("4", 1));
    text += " " + first.getAsInt() + " " + second.getAsInt();

    int doubled;
    IntSupplier last;
    doubled = kept + 1;
    switch (branch) {
      case 2 -> last = () -> doubled * 2;
      default -> last = null;
    }
    await(ok("5", 1));
    return done(text + " " + doubled + " " + last.getAsInt());
  }

  static int sum(int a, IntSupplier b) {
    return a + b.getAsInt();
  }
}
