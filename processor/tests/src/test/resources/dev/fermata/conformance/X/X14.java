// X14: wildcards inside of type arguments, and elements of several types, outlive an await
// trace: 1, 2, 3, 4
// ends: value: a1 [a1] 1 s (String)
class X14 {
  @Async
  Coroutine<Object> run() {
    return done(await(entries(Map.of("a", List.of("b")))));
  }

  @Async
  Coroutine<String> entries(Map<String, ? extends List<String>> map) {
    String text = "";
    for (var entry : map.entrySet()) {
      text += entry.getKey() + entry.getValue().size() + await(ok("1", " "));
    }
    text +=
        map.entrySet().stream()
            .limit(await(ok("2", 1)))
            .map(entry -> entry.getKey() + entry.getValue().size())
            .toList();
    for (Object element : map.size() == 1 ? List.of(1, "s") : Set.of("s")) {
      text += " " + await(ok(element.equals(1) ? "3" : "4", element));
    }
    return done(text);
  }
}
