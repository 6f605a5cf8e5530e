// B23: a body that changes the list: the same failure at the same iteration
// trace: x 1, CME, size 4
// ends: value: null
class B23 {
  @Async
  Coroutine<Object> run() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    try {
      for (final var v : list) {
        list.add(await(at("x " + v, 9)));
      }
    } catch (ConcurrentModificationException e) {
      log("CME");
    }
    log("size " + list.size());
    return done(null);
  }
}
