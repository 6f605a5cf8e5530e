// B19: selectors: enum, strings with equal hash codes, boxed; a null selector fails before any body
// trace: e, B, s, BB, t, Aa, i, seven, n, NPE, m, NPE, k, NPE
// ends: value: null
class B19 {
  enum Color {
    A,
    B
  }

  @Async
  Coroutine<Object> run() {
    switch (await(at("e", Color.B))) {
      case A:
        log("A");
        break;
      case B:
        log("B");
        break;
    }
    log(text(await(at("s", "BB"))));
    switch (await(at("t", "Aa"))) {
      case "BB" -> log("BB");
      case "Aa" -> log(await(done("Aa")));
      default -> log("default");
    }
    switch (await(at("i", (Integer) 7))) {
      case 7 -> {
        await(done());
        log("seven");
      }
      default -> log("default");
    }
    try {
      switch (await(at("n", (Color) null))) {
        case A -> log(await(done("A")));
        default -> log("default");
      }
    } catch (NullPointerException e) {
      log("NPE");
    }
    try {
      switch (await(at("m", (String) null))) {
        case "A" -> log(await(done("A")));
        default -> log("default");
      }
    } catch (NullPointerException e) {
      log("NPE");
    }
    try {
      switch (await(at("k", (Integer) null))) {
        case 1 -> log(await(done("A")));
        default -> log("default");
      }
    } catch (NullPointerException e) {
      log("NPE");
    }
    return done(null);
  }

  String text(String s) {
    switch (s) {
      case "Aa":
        return "Aa";
      case "BB":
        return "BB";
      default:
        return "default";
    }
  }
}
