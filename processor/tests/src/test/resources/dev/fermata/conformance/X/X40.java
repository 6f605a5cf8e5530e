// X40: private types that are said by the declaration of a method alone
class X40 {
  private record P(int x) {}

  private record Q(int x) {}

  private String one(P p) {
    return "one " + p;
  }

  private <T extends Q> T two() {
    return null;
  }

  String three(List<? extends Q> q) {
    return "three " + q;
  }

  @Async
  Coroutine<Object> run() {
    String s = one(null) + await(at("a", 1)) + three(null);
    Object o = two();
    return done(s + o);
  }
}
