// N3: local classes, and type parameters and inherited types of theirs, named like classes
class N3 {
  @Async
  Coroutine<Object> run() {
    class List {
      java.util.List<String> inner = java.util.List.of("a");
    }
    List list = new List();
    await(ok("one", 1));
    class Table extends HashMap<String, Integer> {
      Entry<String, Integer> first() {
        put("a", list.inner.size());
        return entrySet().iterator().next();
      }

      <Optional> String text(Optional it) {
        return it + "" + java.util.Optional.of(it);
      }
    }
    var pair = new AbstractMap.SimpleEntry<>("s", await(ok("two", 2)));
    var maybe = java.util.Optional.of(await(ok("three", 3)));
    class Map {
      int n = 3;
    }
    await(ok("four", 4));
    Table table = new Table();
    java.util.Map<String, Integer> map = java.util.Map.of("a", new Map().n);
    await(ok("five", 5));
    Object sorted =
        new TreeMap<String, Integer>() {
          @Override
          public String toString() {
            java.util.Map.Entry<String, Integer> first = table.first();
            return first + "" + pair + map + table.text(3);
          }
        };
    await(ok("six", 6));
    return done(sorted + "" + table.first() + pair + maybe.get() + map + new List().inner);
  }
}
