// G4: this is passed, compared, captured and returned
// trace: x, true, y, true, z, true, true
// ends: value: null
class G4 {
  String name = "n";

  @Async
  Coroutine<Object> run() {
    G4 me = await(at("x", this));
    log(me == this);
    Supplier<G4> s = () -> this;
    await(at("y", 1));
    log(s.get() == me);
    log(await(self()) == this);
    log(this.name.equals(name));
    return done(null);
  }

  @Async
  Coroutine<G4> self() {
    await(at("z", 1));
    return done(this);
  }
}
