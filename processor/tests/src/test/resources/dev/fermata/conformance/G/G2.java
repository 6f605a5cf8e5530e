// G2: raw types and arrays of generic types live across an await without warnings
// trace: x, a 1 b 2
// ends: value: null
class G2 {
  @Async
  @SuppressWarnings({"rawtypes", "unchecked"})
  Coroutine<Object> run() {
    List<String>[] lists = new List[] {List.of("a"), List.of("b")};
    List raw = new ArrayList();
    raw.add(1);
    Map<String, List<Integer>[]> map = new HashMap<>();
    map.put("k", new List[] {List.of(2)});
    await(at("x", 1));
    log(lists[0].get(0) + " " + raw.get(0) + " " + lists[1].get(0) + " " + map.get("k")[0].get(0));
    return done(null);
  }
}
