// X23: protected members of ancestors in another package, through other instances
// trace: a, b
// ends: value: [b] [b] 3 true c 4 (String)
class X23 extends ArrayList<String> implements Cloneable {
  int number = 3;

  @Async
  Coroutine<Object> run() throws CloneNotSupportedException {
    return done(await(with(new X23())) + await(new AsyncX23_X23Other().copy(new X23Other())));
  }

  @Async
  Coroutine<String> with(X23 other) {
    List<String> all = List.of("a", "b");
    addAll(all);
    other.addAll(await(ok("a", all)));
    other.removeRange(0, 1);
    removeRange(0, 1);
    X23 copy = (X23) other.clone();
    int changes = other.modCount;
    other.modCount++;
    return done(other + " " + this + " " + copy.number + " " + (other.modCount == changes + 1));
  }

  static class X23Other implements Cloneable {
    int number = 4;

    @Async
    Coroutine<String> copy(X23Other other) throws CloneNotSupportedException {
      X23Other copy = (X23Other) other.clone();
      char[] letters = {'c'};
      return done(" " + await(ok("b", letters.clone()[0])) + " " + copy.number);
    }
  }
}
