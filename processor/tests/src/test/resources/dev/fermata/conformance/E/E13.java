// E13: a chain of assignments in an initialiser, an array initialiser with awaits
// trace: v, 7 7, a, b, [1; 2]
// ends: value: null
class E13 {
  @Async
  Coroutine<Object> run() {
    int x0;
    int x = x0 = await(at("v", 7));
    log(x + " " + x0);
    int[] a = {await(at("a", 1)), await(at("b", 2))};
    log(Arrays.toString(a).replace(',', ';'));
    return done(null);
  }
}
