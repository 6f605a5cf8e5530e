// G13: identifiers that are keywords elsewhere
// trace: x, 1 2 3 4 5 6, y, 7
// ends: value: null
class G13 {
  int yield = 1;

  @Async
  Coroutine<Object> run() {
    int record = await(at("x", 2)), var = 3, when = 4, sealed = 5, permits = 6;
    log(this.yield + " " + record + " " + var + " " + when + " " + sealed + " " + permits);
    int module = await(at("y", 7)), open = 0, with = 0;
    log(module + open + with);
    return done(null);
  }
}
