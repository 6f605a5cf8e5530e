package dev.fermata.processor.checks;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.model.BodyKind;
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
        ? Optional.of(use.text() + " in " + whereAndInstead(use))
        : Optional.empty();
  }

  private String whereAndInstead(Use use) {
    TreePath member = use.place().member();
    Tree tree = member.getLeaf();
    if (tree instanceof MethodTree method && method.getReturnType() != null) {
      return Wording.method(method)
          + ", which is not @Async; "
          + (use.emits() ? insteadOfEmitting(method, member) : instead(method, member));
    }
    if (use.emits()) {
      return where(tree) + ", which is no generator; move it to " + use.method();
    }
    return where(tree) + ", which cannot wait; " + instead(tree);
  }

  private static String where(Tree member) {
    if (member instanceof MethodTree) {
      return "a constructor";
    }
    if (member instanceof VariableTree field) {
      return "the initializer of field " + field.getName();
    }
    return member instanceof BlockTree ? "an initializer" : "a place";
  }

  private static String instead(Tree member) {
    if (member instanceof MethodTree) {
      return "await in an @Async method that calls the constructor";
    }
    return member instanceof VariableTree
        ? "await in an @Async method that sets it"
        : "move it to an @Async method";
  }

  private String instead(MethodTree method, TreePath path) {
    if (isMain(method)) {
      return "move it to an @Async method and run that with EventLoop.run";
    }
    return symbols.kindOf(path).isPresent()
        ? "annotate it with @Async"
        : "annotate it with @Async and let it return Coroutine<%s>"
            .formatted(Wording.typeArgument(method.getReturnType()));
  }

  private String insteadOfEmitting(MethodTree method, TreePath path) {
    if (isMain(method)) {
      return "move it to an @Async method that returns AsyncGenerator";
    }
    return symbols.kindOf(path).equals(Optional.of(BodyKind.GENERATOR))
        ? "annotate it with @Async"
        : "annotate it with @Async and let it return AsyncGenerator<%s>"
            .formatted(Wording.elementType(method.getReturnType()));
  }

  private static boolean isMain(MethodTree method) {
    return method.getName().contentEquals("main");
  }
}
