// H4: a stage that completes between the question whether it is done and the registration resumes once
// trace: asked, 7, end
// ends: value: null
class H4 {
  @Async
  Coroutine<Object> run() {
    log(await(new Late()));
    log("end");
    return done(null);
  }

  static class Late extends CompletableFuture<Integer> {
    boolean asked;

    @Override
    public boolean isDone() {
      if (!asked) {
        asked = true;
        log("asked");
        complete(7);
        return false;
      }
      return super.isDone();
    }
  }
}
