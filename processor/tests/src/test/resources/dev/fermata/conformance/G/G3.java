// G3: unqualified calls of methods that every object has mean the user's object
// trace: x, mine, 42, true, true, NotOwner
// ends: value: null
class G3 {
  @Async
  Coroutine<Object> run() {
    await(at("x", 1));
    log(toString());
    log(hashCode());
    log(equals(this));
    log(G3.class.isAssignableFrom(getClass()));
    try {
      wait();
    } catch (IllegalMonitorStateException e) {
      log("NotOwner");
    } catch (InterruptedException e) {
      log("interrupted");
    }
    return done(null);
  }

  @Override
  public String toString() {
    return "mine";
  }

  @Override
  public int hashCode() {
    return 42;
  }

  @Override
  public boolean equals(Object o) {
    return this == o;
  }
}
