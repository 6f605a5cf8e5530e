// X18: a variable in parentheses that is assigned, incremented or stepped by a loop
// trace: 1, 2, 3
// ends: value: [1, 2, 7, 107, 106, 0, 1, 2] (ListN)
class X18 {
  @Async
  Coroutine<Object> run() {
    List<Integer> all = new ArrayList<>();
    for (int n : awaitEach(numbers())) {
      all.add(n);
    }
    for (int i = 0; i < 3; (i)++) {
      all.add(await(ok(String.valueOf(i + 1), i)));
    }
    return done(List.copyOf(all));
  }

  @Async
  AsyncGenerator<Integer> numbers() {
    int x = 1;
    emit(x);
    (x)++;
    emit(x);
    (x) += 5;
    emit(x);
    (x) = x + 100;
    emit(x);
    --((x));
    emit(x);
    return end();
  }
}
