// A29: shifts mask their distance, by int and by long, and use the old left operand
// trace: x, 2, y, 6, z, 8
// ends: value: null
class A29 {
  long field = 16;

  @Async
  @SuppressWarnings("lossy-conversions")
  Coroutine<Object> run() {
    long v = 16;
    v >>= await(at("x", 67));
    log(v);
    int i = 3;
    i <<= await(at("y", 33L));
    log(i);
    field >>>= await(at("z", 1, () -> field = 1000));
    log(field);
    return done(null);
  }
}
