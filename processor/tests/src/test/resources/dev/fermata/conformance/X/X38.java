// X38: what a statement lets pass that catches private exceptions
class X38 {
  private static class Bad extends Exception {
    Bad(String message) {
      super(message);
    }
  }

  private static class Worse extends Bad {
    Worse(String message) {
      super(message);
    }
  }

  interface Risky {
    String call() throws IOException;
  }

  static int risky(int n) throws IOException {
    if (n > 1) {
      throw new IOException("io" + n);
    }
    return n;
  }

  private static int bad(int n) throws Bad, FileNotFoundException {
    switch (n) {
      case 0 -> throw new Worse("worse");
      case 1 -> throw new Bad("bad");
      case 3 -> throw new FileNotFoundException("none");
      default -> {
        return n;
      }
    }
  }

  @Async
  Coroutine<String> of(int n) {
    String s = await(at("a", "a"));
    try {
      try {
        s += risky(n) + bad(n);
      } catch (Worse w) {
        s += w.getMessage();
      } catch (Bad b) {
        s += b.getMessage();
      }
    } catch (FileNotFoundException e) {
      s += "no file";
    } catch (IOException e) {
      s += e.getMessage();
    }
    await(at("b", 1));
    Callable<String> function =
        () -> {
          String t = "";
          try {
            try {
              t += bad(n) + risky(n);
            } catch (Worse w) {
              t += w.getMessage();
            } catch (Exception e) {
              if (n == 4) {
                throw new Bad("four");
              }
              throw e;
            }
          } catch (FileNotFoundException e) {
            t += "no file";
          } catch (IOException e) {
            t += "io";
          } catch (Bad e) {
            t += e.getMessage();
          }
          return t;
        };
    Risky precise =
        () -> {
          try {
            if (n == 0) {
              throw new Bad("b");
            }
            return "" + risky(n);
          } catch (Bad b) {
            return "caught";
          } catch (Exception e) {
            throw e;
          }
        };
    try {
      s += function.call() + precise.call();
    } catch (IOException e) {
      s += e;
    } catch (Exception e) {
      s += "?";
    }
    return done(s + await(at("c", 1)));
  }

  @Async
  Coroutine<Object> run() {
    String all = "";
    for (int i = 0; i < 6; i++) {
      all += await(of(i)) + ";";
    }
    return done(all);
  }
}
