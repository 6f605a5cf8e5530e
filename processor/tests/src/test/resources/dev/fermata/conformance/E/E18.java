// E18: locals of all primitive types survive, to the bit
// trace: x, true -1 -2 \uffff 2147483647 -9223372036854775808 80000000 7ff8000000000001 -0.0
// ends: value: null
class E18 {
  @Async
  Coroutine<Object> run() {
    boolean z = true;
    byte b = -1;
    short s = -2;
    char c = '\uffff';
    int i = Integer.MAX_VALUE;
    long l = Long.MIN_VALUE;
    float f = -0.0f;
    double d = Double.longBitsToDouble(0x7ff8000000000001L);
    double minus = -0.0;
    await(at("x", 1));
    log(z + " " + b + " " + s + " \\u" + Integer.toHexString(c) + " " + i + " " + l + " "
        + Integer.toHexString(Float.floatToRawIntBits(f)) + " "
        + Long.toHexString(Double.doubleToRawLongBits(d)) + " " + minus);
    return done(null);
  }
}
