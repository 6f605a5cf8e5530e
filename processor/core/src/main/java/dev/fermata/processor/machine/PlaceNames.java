package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Local;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.IntersectionType;
import org.jspecify.annotations.Nullable;

/**
 * What variables of the body are called at one place: by their name, by that of a final copy in a
 * lambda, or by that under which a pattern of the same piece of text binds them.
 */
final class PlaceNames {
  private final Renderer renderer;
  private final Set<Local> boundHere = new HashSet<>();

  PlaceNames(Renderer renderer) {
    this.renderer = renderer;
  }

  /** Takes note of the variables that patterns in a tree bind. */
  void bind(@Nullable Tree tree) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBindingPattern(BindingPatternTree pattern, @Nullable Void p) {
        Local local = renderer.graph().local(renderer.typed().element(pattern.getVariable()));
        if (local != null && local.hoisted()) {
          boundHere.add(local);
        }
        return super.visitBindingPattern(pattern, null);
      }
    }.scan(tree, null);
  }

  /** Takes over the variables that are bound around a part. */
  void bindAsIn(PlaceNames around) {
    boundHere.addAll(around.boundHere);
  }

  /** What a variable is called where it is declared. */
  String declared(Local local) {
    return boundHere.contains(local) ? renderer.bound(local) : local.name();
  }

  /** What a local is called in a lambda or class, or outside of such. */
  String of(Local local, boolean inFunction) {
    String copy = inFunction && !boundHere.contains(local) ? renderer.copyOf(local) : null;
    return copy != null ? copy : declared(local);
  }

  /** What takes the place of the name of a local; empty where it may stay. */
  Optional<CodeBlock> replacing(IdentifierTree tree, Local local, boolean inFunction) {
    String name = of(local, inFunction);
    if (isMatch(local)) {
      return Optional.of(bindings().value(local.element(), name));
    }
    boolean asIs = isSetOrTested(renderer.typed().parent(tree));
    if (local.type() instanceof IntersectionType && !asIs) {
      return Optional.of(CodeBlock.of("(($L) $L)", renderer.cast(local.type()), name));
    }
    return tree.getName().contentEquals(name)
        ? Optional.empty()
        : Optional.of(CodeBlock.of("$L", name));
  }

  /** javac breaks down over a test of what is cast to several types. */
  private boolean isSetOrTested(Tree parent) {
    return parent instanceof ParenthesizedTree
        ? isSetOrTested(renderer.typed().parent(parent))
        : parent instanceof AssignmentTree || parent instanceof InstanceOfTree;
  }

  /** What takes the place of the name of a variable that is no local; empty where it may stay. */
  Optional<CodeBlock> replacing(Element variable) {
    return bindings().has(variable)
        ? Optional.of(bindings().value(variable, variable.getSimpleName().toString()))
        : Optional.empty();
  }

  /** Whether under the name of a variable there is such a match. */
  boolean isMatch(@Nullable Element variable) {
    Local local = renderer.graph().local(variable);
    return local == null ? bindings().has(variable) : isMatch(local);
  }

  /** Whether under the name of a local there is the match that its pattern has made here. */
  boolean isMatch(Local local) {
    return bindings().has(local.element()) && (!local.hoisted() || boundHere.contains(local));
  }

  private HiddenBindings bindings() {
    return renderer.surroundings().hidden().bindings();
  }
}
