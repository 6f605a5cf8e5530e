package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.RuntimeNames;

/**
 * Resources of a {@code try} that is kept. One that is a variable has to be final, or as good as
 * that (JLS 14.20.3): the copy of a hoisted local is. What is no variable any more becomes one.
 *
 * <pre>{@code
 * try (in) { … }         =>   try (in$final) { … }
 * try (this.in) { … }    =>   try (Reader resource$ = in$get(this)) { … }, where in is private
 * }</pre>
 *
 * <p>A {@link StandIns type variable} may be said to throw more when it is closed than its class
 * does. In lambdas and classes of the body, where that matters, it is hidden from javac:
 *
 * <pre>{@code
 * try (Log log = …) { … }   =>   try (Log log = …) { … } catch (Throwable caught) { throw Access.rethrow(caught); }
 * }</pre>
 */
final class KeptResources {
  private KeptResources() {}

  /** Rewrites the resources of a {@code try}. */
  static void rewrite(Rewriter place, TryTree tree) {
    for (Tree resource : tree.getResources()) {
      if (resource instanceof ExpressionTree) {
        variable(place, resource);
      } else {
        place.scan(resource, null);
      }
    }
    boolean hides = place.insideFunction() && haveHidden(place.renderer().typed(), tree);
    CodeBlock announced = place.hidden().catches().announced(place, tree, hides);
    if (hides) {
      hide(place, tree, announced);
    } else {
      place.insert(place.renderer().typed().start(tree.getBlock()) + 1, announced);
    }
  }

  /** Whether there are resources of hidden classes. */
  static boolean haveHidden(Typed typed, TryTree tree) {
    return tree.getResources().stream().anyMatch(it -> typed.hidden().mentions(typed.type(it)));
  }

  private static void hide(Rewriter place, TryTree tree, CodeBlock announced) {
    Typed typed = place.renderer().typed();
    boolean isWhole = tree.getCatches().isEmpty() && tree.getFinallyBlock() == null;
    if (!isWhole) {
      place.insert(typed.start(tree), CodeBlock.of("try {$L\n", announced));
    }
    place.insert(
        typed.end(tree.getBlock()),
        CodeBlock.of(
            " catch ($1T $2L) {\n$>throw $3L.rethrow($2L);\n$<}$4L",
            Throwable.class,
            place.renderer().names().own("caught"),
            HiddenAccess.receiver(place, RuntimeNames.ACCESS),
            isWhole ? "" : "\n}"));
  }

  private static void variable(Rewriter place, Tree resource) {
    Renderer renderer = place.renderer();
    Typed typed = renderer.typed();
    CodeBlock written = place.captured(resource);
    // A resource is a name, perhaps behind a dot (JLS 14.20.3); an accessor ends in a parenthesis.
    boolean isCall = written.toString().endsWith(")");
    place.replace(
        resource,
        isCall
            ? CodeBlock.of(
                "$T $L = $L",
                renderer.type(typed.type(resource)),
                renderer.names().own("resource$"),
                written)
            : written);
  }
}
