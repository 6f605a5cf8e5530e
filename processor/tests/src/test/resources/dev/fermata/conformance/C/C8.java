// C8: a break from an inner try through two finallys that await, the outer of which holds a try and finally itself
// trace: i, o, p
// ends: value: 15 (Integer)
class C8 {
  @Async
  Coroutine<Object> run() {
    int x = 0;
    l:
    try {
      try {
        x = 1;
        break l;
      } finally {
        x += await(at("i", 2));
      }
    } finally {
      try {
        x += await(at("o", 4));
      } finally {
        x += await(at("p", 8));
      }
    }
    return done(x);
  }
}
