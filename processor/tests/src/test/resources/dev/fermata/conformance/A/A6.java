// A6: a copy that was made before the await is what is used after it
// trace: x, [1; 3], [1; 99]
// ends: value: null
class A6 {
  List<Integer> list = new ArrayList<>(List.of(1));

  @Async
  Coroutine<Object> run() {
    List<Integer> before = list;
    list = concat(new ArrayList<>(list), await(at("x", 3, () -> before.add(99))));
    log(list.toString().replace(',', ';'));
    log(before.toString().replace(',', ';'));
    return done(null);
  }

  static List<Integer> concat(List<Integer> list, int value) {
    list.add(value);
    return list;
  }
}
