package dev.fermata.processor.checks;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.Wording;
import java.util.Optional;

/**
 * Waiting where nothing is transformed: in a method without {@code @Async}, a constructor, an
 * initializer, a field. At run time the words throw there.
 */
final class AwaitOutsideAsync implements Rule {
  private final Symbols symbols;

  AwaitOutsideAsync(Symbols symbols) {
    this.symbols = symbols;
  }

  @Override
  public Optional<String> check(Use use) {
    if (use.kind() == Use.Kind.STRAY_LOOP_SOURCE && use.place().isTransformed()) {
      return Optional.of(
          "awaitEach is no Iterable to keep or pass on; write for (var element : awaitEach(…))");
    }
    return use.place().region() == Place.Region.OUTSIDE
        ? Optional.of(use.text() + " in " + whereAndInstead(use.place().member()))
        : Optional.empty();
  }

  private String whereAndInstead(TreePath member) {
    Tree tree = member.getLeaf();
    if (tree instanceof MethodTree method) {
      return method.getReturnType() == null
          ? "a constructor, which cannot wait; await in an @Async method that calls the constructor"
          : Wording.method(method) + ", which is not @Async; " + instead(method, member);
    }
    if (tree instanceof VariableTree field) {
      return "the initializer of field %s, which cannot wait; await in an @Async method that sets it"
          .formatted(field.getName());
    }
    return tree instanceof BlockTree
        ? "an initializer, which cannot wait; move it to an @Async method"
        : "a place that cannot wait; move it to an @Async method";
  }

  private String instead(MethodTree method, TreePath path) {
    if (method.getName().contentEquals("main")) {
      return "move it to an @Async method and run that with EventLoop.run";
    }
    return symbols.kindOf(path).isPresent()
        ? "annotate it with @Async"
        : "annotate it with @Async and let it return Coroutine<%s>"
            .formatted(Wording.typeArgument(method.getReturnType()));
  }
}
