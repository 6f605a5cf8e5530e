// X16: classes of a body in a generic owner and a generic method, in several states and in an async block
// trace: 1, 2, 3
// ends: value: 3kk4q[R[z=A], R[z=B]]47 (String)
class X16 {
  @Async
  Coroutine<Object> run() {
    Generic<String> made = Generic.of("k");
    return done(await(made.all(3, 4L)));
  }

  abstract static class Generic<K> {
    final K key;

    Generic(K key) {
      this.key = key;
    }

    static <K> Generic<K> of(K key) {
      return new AsyncX16_Generic<>(key);
    }

    @Async
    <T> Coroutine<String> all(int n, T t) {
      class L<X> {
        int x = n;
        K k = key;
        T same = t;
        X other;
      }
      enum E {
        A,
        B
      }
      interface I {
        int i();
      }
      record R<Z>(Z z) {}
      var l = new L<String>();
      var anonymous =
          new Object() {
            int count = 6;
          };
      await(ok("1", 1));
      anonymous.count++;
      l.other = "q";
      List<R<E>> all = new ArrayList<>(List.of(new R<>(E.A)));
      I i = () -> 4;
      Coroutine<R<E>> block =
          async(
              () -> {
                await(ok("2", 1));
                return new R<>(E.B);
              });
      all.add(await(block));
      L<String> again = await(ok("3", l));
      return done(
          "" + l.x + l.k + key + again.same + again.other + all + i.i() + anonymous.count);
    }
  }
}
