// N5: variables of a body named like classes that the body, or the code around it, names
class N5 {
  @Async
  Coroutine<Object> run() {
    String List = "v";
    int Body = await(ok("one", 1));
    {
      String Optional = "o";
      await(ok("two", 2));
      log(Optional);
    }
    log(Optional.of(List + java.util.List.of(Body)));
    {
      int Collections = 3;
      Collections += await(ok("three", 3));
      log(Collections);
    }
    Function<Integer, Object> twice =
        Set -> {
          int Arrays = Set;
          return java.util.Set.of(Set) + "" + java.util.Arrays.asList(Arrays);
        };
    for (int Loops : awaitEach(AsyncGenerator.from(Collections.nCopies(2, 5)))) {
      await(ok("four", 4));
      log(Loops);
    }
    String Machine = "m";
    await(ok("five", 5));
    return done(twice.apply(3) + List + Machine);
  }
}
