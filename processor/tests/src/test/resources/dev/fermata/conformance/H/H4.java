// H4: a stage that completes while it is asked, before or after the registration or in another thread, resumes once
// trace: asked, 7, asked, 8, asked, 9, end
// ends: value: null
class H4 {
  @Async
  Coroutine<Object> run() {
    for (int i = 7; i <= 9; i++) {
      log(await(new Late(i)));
    }
    log("end");
    return done(null);
  }

  /** Answers that it is not done, and is by the time that the answer comes. */
  static class Late extends CompletableFuture<Integer> {
    final int value;

    Late(int value) {
      this.value = value;
    }

    @Override
    public boolean isDone() {
      boolean answer = super.isDone();
      complete(value);
      return answer;
    }

    @Override
    public CompletableFuture<Integer> whenComplete(
        BiConsumer<? super Integer, ? super Throwable> action) {
      log("asked");
      if (value == 7) {
        complete(value);
      }
      CompletableFuture<Integer> registered = super.whenComplete(action);
      if (value == 8) {
        complete(value);
      } else if (value == 9) {
        Thread other = new Thread(() -> complete(value));
        other.start();
        try {
          other.join();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
      return registered;
    }
  }
}
