// X42: inner classes of generic ones, named with and without what is around them
class X42 {
  @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
  @interface Used {}

  static class Tree<T> {
    T top;

    class Node<K> {
      T top = Tree.this.top;
      K key;

      class Leaf {
        K key = Node.this.key;
      }
    }

    class Plain {
      T top = Tree.this.top;

      T top() {
        return top;
      }
    }

    private class Hidden<K> {
      T top = Tree.this.top;
      K key;
    }
  }

  abstract static class Owner<W> extends Tree<List<W>> {
    class Mine {
      W w;
    }

    @Async
    Coroutine<Object> own(W w) {
      top = List.of(w);
      Node<String> node = new Node<>();
      node.key = await(at("a", "key"));
      Node<String>.Leaf leaf = node.new Leaf();
      Plain plain = new Plain();
      Supplier<Plain> make = Plain::new;
      Function<Plain, List<W>> get = Plain::top;
      Mine mine = new Mine();
      class Local extends Plain {
        W first = top.get(0);
      }
      Local local = new Local();
      await(at("b", 1));
      W first = plain.top.get(0);
      mine.w = local.first;
      W second = mine.w;
      boolean same = get.apply(make.get()) == top && plain instanceof Plain;
      return done(node.key.length() + leaf.key + first + second + same + Plain.class.getSimpleName());
    }
  }

  @Async
  <G> Coroutine<Object> local(G g) {
    class L<U> {
      U u;

      class In<V> {
        U outer = u;
        V v;
        G g0 = g;
      }
    }
    class M {
      class In<V> {
        V v;
        G g0 = g;
      }
    }
    L<String> l = new L<>();
    l.u = await(at("c", "u"));
    L<String>.In<Integer> in = l.new In<>();
    in.v = await(at("d", 2));
    M m = new M();
    M.In<String> of = m.new In<>();
    of.v = await(at("e", "v"));
    List<M.In<String>> all = List.of(of);
    G g1 = in.g0;
    G g2 = all.get(0).g0;
    await(at("f", 3));
    return done(in.outer.length() + in.v + of.v.length() + "" + g1 + g2);
  }

  @Async
  Coroutine<Object> run() {
    Tree<Number> tree = new Tree<>();
    tree.top = await(at("g", 4));
    Tree<Number>.Node<String> node = tree.new Node<>();
    Tree<Number>.@Used Plain plain = tree.new Plain();
    Map.@Used Entry<String, Integer> entry = Map.entry("k", await(at("h", 5)));
    java.util.@Used List<Tree<Number>.Node<String>> nodes = List.of(node);
    Tree<Number>.Hidden<String> hidden = tree.new Hidden<>();
    hidden.key = await(at("i", "hidden"));
    for (Tree<Number>.Node<String> each : nodes) {
      each.key = await(at("j", "each"));
    }
    String s = node.key.length() + "" + node.top.intValue() + plain.top.intValue();
    s += hidden.key.length() + hidden.top.intValue() + entry.getKey().length();
    return done(s + await(new AsyncX42_Owner<String>() {}.own("w")) + await(local("g")));
  }
}
