// H7: awaiting null; null results; Void; a failure that is a CompletionException without cause; a cancelled future
// trace: NPE, NPE, x, null, null, CompletionException null, CancelledError
// ends: value: null
class H7 {
  @Async
  Coroutine<Object> run() {
    Awaitable<Integer> nothing = null;
    try {
      await(nothing);
    } catch (NullPointerException e) {
      log("NPE");
    }
    CompletionStage<Integer> noStage = null;
    try {
      await(noStage);
    } catch (NullPointerException e) {
      log("NPE");
    }
    String s = await(at("x", null));
    log(s);
    Void v = await(done());
    log(v);
    CompletableFuture<Integer> empty = new CompletableFuture<>();
    empty.completeExceptionally(new CompletionException("no cause", null));
    try {
      await(empty);
    } catch (CompletionException e) {
      log("CompletionException " + e.getCause());
    }
    CompletableFuture<Integer> cancelled = new CompletableFuture<>();
    cancelled.cancel(false);
    try {
      await(cancelled);
    } catch (CancellationException e) {
      log("CancellationException");
    } catch (CancelledError e) {
      log("CancelledError");
    }
    return done(null);
  }
}
