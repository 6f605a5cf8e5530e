// A39: dimensions and initialisers of arrays in their order; a negative size fails after all dimensions
// trace: d1, d2, 2 3, m1, n, -1, g1, a2, a4, [[1; 2]; [3; 4]]
// ends: value: null
class A39 {
  @Async
  Coroutine<Object> run() {
    int[][] a = new int[op("d1", 2)][await(at("d2", 3))];
    log(a.length + " " + a[0].length);
    try {
      log(new int[op("m1", -1)][await(at("n", 2))].length);
    } catch (NegativeArraySizeException e) {
      log(e.getMessage());
    }
    int[][] b = {{op("g1", 1), await(at("a2", 2))}, {3, await(at("a4", 4))}};
    log(Arrays.deepToString(b).replace(',', ';'));
    return done(null);
  }
}
