package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Type variables for what javac infers where elements of several types come together, and what no
 * type that can be written says. What is stored in variables of such types, and what is handed to
 * them, is cast.
 *
 * <pre>{@code
 * var all = List.of(new Circle(1), new Square(2));
 *   =>  <Mixed extends Record & Shape> … List<Mixed> all; … all = (List<Mixed>) (Object) List.of(…);
 * }</pre>
 */
final class Intersections {
  private record Named(IntersectionType type, String name) {}

  private final Types types;
  private final StandIns standIns;
  private final List<Named> named = new ArrayList<>();

  private Intersections(Types types, StandIns standIns) {
    this.types = types;
    this.standIns = standIns;
  }

  /** None, for types outside of bodies. */
  static Intersections none(Types types, StandIns standIns) {
    return new Intersections(types, standIns);
  }

  /** Those in the types of the variables of a body. */
  static Intersections of(Typed typed, StandIns standIns, Tree body, Graph graph) {
    Intersections found = new Intersections(typed.types(), standIns);
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
        found.collect(typed.type(tree), false);
        return super.visitVariable(tree, null);
      }
    }.scan(body, null);
    graph.locals().stream().map(Local::type).forEach(type -> found.collect(type, false));
    return found;
  }

  private void collect(TypeMirror type, boolean inside) {
    if (type instanceof IntersectionType intersection) {
      if (inside && name(intersection) == null) {
        named.add(new Named(intersection, standIns.free("Mixed")));
      }
    } else if (type instanceof ArrayType array) {
      collect(array.getComponentType(), true);
    } else if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(argument -> collect(argument, true));
    }
  }

  /** The type variable of an intersection, or null. */
  @Nullable String name(IntersectionType type) {
    return named.stream()
        .filter(known -> types.isSameType(known.type(), type))
        .map(Named::name)
        .findFirst()
        .orElse(null);
  }

  /** The names of the type variables. */
  Stream<String> names() {
    return named.stream().map(Named::name);
  }

  /** The declarations of the type variables. */
  List<TypeVariableName> declarations() {
    Denotable denotable = Denotable.outsideBodies(types, standIns);
    return named.stream()
        .map(
            known ->
                TypeVariableName.get(
                    known.name(),
                    bounds(known.type()).map(denotable::name).toArray(TypeName[]::new)))
        .toList();
  }

  /** A type variable that extends another one extends nothing else (JLS 4.4). */
  private Stream<? extends TypeMirror> bounds(IntersectionType type) {
    Optional<? extends TypeMirror> hidden =
        type.getBounds().stream()
            .filter(bound -> standIns.hidden().isHidden(types.asElement(bound)))
            .findFirst();
    return hidden.isPresent() ? hidden.stream() : type.getBounds().stream();
  }

  /** Whether a type has such a part. */
  boolean mentions(TypeMirror type) {
    if (type instanceof IntersectionType intersection) {
      return name(intersection) != null;
    }
    if (type instanceof ArrayType array) {
      return mentions(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror bound =
          wildcard.getExtendsBound() == null
              ? wildcard.getSuperBound()
              : wildcard.getExtendsBound();
      return bound != null && mentions(bound);
    }
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().stream().anyMatch(this::mentions);
  }

  /** Whether what is stored in a variable of a type has to be cast. */
  boolean isStored(TypeMirror type) {
    return !named.isEmpty() && !(type instanceof IntersectionType) && mentions(type);
  }

  /** A value as one of the type that a variable has. */
  CodeBlock stored(Renderer renderer, TypeMirror type, CodeBlock value) {
    return !isStored(type) ? value : CodeBlock.of("$L$L)", cast(renderer.type(type)), value);
  }

  /**
   * The beginning of a cast that javac cannot know to be right; a parenthesis is open behind it.
   */
  static CodeBlock cast(TypeName type) {
    return CodeBlock.of("($T) ($T) (", type, Object.class);
  }

  /** Casts the arguments of a call on a variable that are taken for elements of an intersection. */
  void castArguments(Rewriter place, MethodInvocationTree tree) {
    Typed typed = place.renderer().typed();
    ExpressionTree receiver = Receivers.of(tree.getMethodSelect());
    Local variable =
        named.isEmpty() || !(receiver instanceof IdentifierTree)
            ? null
            : place.renderer().graph().local(typed.element(receiver));
    if (variable == null
        || !variable.hoisted()
        || !isStored(variable.type())
        || !(variable.type() instanceof DeclaredType type)
        || !(typed.element(tree) instanceof ExecutableElement method)) {
      return;
    }
    List<? extends TypeMirror> parameters =
        ((ExecutableType) types.asMemberOf(type, method)).getParameterTypes();
    for (int i = 0; i < Math.min(parameters.size(), tree.getArguments().size()); i++) {
      ExpressionTree argument = tree.getArguments().get(i);
      if (mentions(parameters.get(i)) && !isFunction(argument)) {
        place.enclose(argument, cast(place.renderer().denotable().part(parameters.get(i))));
      }
    }
  }

  private static boolean isFunction(ExpressionTree tree) {
    ExpressionTree inner = Words.strip(tree);
    return inner instanceof LambdaExpressionTree || inner instanceof MemberReferenceTree;
  }
}
