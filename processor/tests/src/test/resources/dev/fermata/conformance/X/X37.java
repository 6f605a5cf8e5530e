// X37: resources that are variables or fields, in statements that do not wait
class X37 {
  private static class Log implements AutoCloseable {
    final Log next;
    final String name;

    Log(String name) {
      this.name = name;
      next = name.length() > 2 ? null : new Log(name + name);
    }

    @Override
    public void close() {
      log("close " + name);
    }
  }

  static class Open implements AutoCloseable {
    final String name;

    Open(String name) {
      this.name = name;
    }

    @Override
    public void close() throws IOException {
      log("close " + name);
    }
  }

  private final Log mine = new Log("m");
  private static final Log OURS = new Log("o");
  final Log open = new Log("p");

  @Async
  Coroutine<Object> of(Object o, Object q, Open parameter) throws IOException {
    String s = "";
    Open a = await(at("a", new Open("a")));
    try (a) {
      s += a.name;
    }
    Open b = new Open("b");
    await(at("b", 1));
    try (a; parameter; b) {
      s += a.name;
    }
    try (b; Open c = new Open("c"); a) {
      s += b.name + c.name;
    }
    if (o instanceof Open bound) {
      try (bound) {
        s += await(at("c", bound.name));
      }
      try (bound) {
        s += bound.name;
      }
    }
    try (mine; OURS; open; open.next) {
      s += mine.name;
    }
    try (this.mine; Log x = new Log("x"); mine.next) {
      s += await(at("d", x.name));
    }
    if (q instanceof Log bound) {
      try (bound) {
        s += bound.name;
      }
    }
    if (q instanceof Log bound && bound.name != null) {
      try (bound; Log y = new Log("y" + bound.name)) {
        s += await(at("e", bound.name));
      }
      await(at("f", 1));
      try (bound) {
        s += bound.name;
      }
    }
    Function<Integer, String> closing =
        n -> {
          String t = "";
          try (mine;
              Log first = new Log("g");
              Log second = n > 5 ? null : new Log("h")) {
            t += first.name;
            if (n == 1) {
              throw new IOException("io");
            }
            if (n == 2) {
              throw new IllegalStateException("state");
            }
          } catch (IOException e) {
            t += e.getMessage();
          } finally {
            t += "finally";
          }
          try {
            try (Log third = new Log("k")) {
              if (n == 3) {
                throw new FileNotFoundException("file");
              }
              t += third.name;
            }
          } catch (FileNotFoundException e) {
            t += "not found";
          }
          try (Log fourth = new Log("l")) {
            return t + fourth.name;
          }
        };
    for (int i : new int[] {0, 1, 3, 7}) {
      s += closing.apply(i);
    }
    try {
      closing.apply(2);
    } catch (IllegalStateException e) {
      s += e.getMessage();
    }
    return done(s + await(at("g", 1)));
  }

  @Async
  Coroutine<Object> run() throws IOException {
    return of(new Open("s"), new Log("r"), new Open("t"));
  }
}
