package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.graph.LiftedClass;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.lowering.Lexemes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What the user's text says of {@link LiftedClass lifted classes}, said of members of a scope.
 *
 * <pre>{@code
 * Counter c = new Counter(5);   =>   Fetch$Counter.Counter c = counter$scope.new Counter(5);
 * map(Counter::new)             =>   map((a0$) -> counter$scope.new Counter(a0$))
 * class Twice extends Counter {}   =>   class Twice extends … { Twice() { counter$scope.super(); } }
 * }</pre>
 */
final class LiftedReferences {
  private final Rewriter place;

  LiftedReferences(Rewriter place) {
    this.place = place;
  }

  private Renderer renderer() {
    return place.renderer();
  }

  private Typed typed() {
    return renderer().typed();
  }

  private @Nullable LiftedClass named(@Nullable Tree type) {
    return type == null
        ? null
        : renderer().liftedElsewhere(typed().element(withoutArguments(type)));
  }

  private static Tree withoutArguments(Tree type) {
    return type instanceof ParameterizedTypeTree generic ? generic.getType() : type;
  }

  /** What holds the scope of a lifted class here. */
  private Local scope(LiftedClass lifted) {
    Local scope = renderer().graph().scope(lifted);
    if (scope == null) {
      throw new IllegalStateException("no scope of " + lifted.name());
    }
    return scope;
  }

  /** The name of a class; whether it is one that had to be replaced. */
  boolean name(IdentifierTree tree, TypeElement type) {
    LiftedClass lifted = renderer().liftedElsewhere(type);
    if (lifted == null) {
      return false;
    }
    Denotable denotable = renderer().denotable();
    askedFor(tree, lifted);
    place.replace(
        tree,
        InnerClasses.saysArguments(typed(), tree)
            ? denotable.lifted(lifted)
            : CodeBlock.of("$T", denotable.className(type)));
    return true;
  }

  /** Java cannot ask a value whether its class has certain type arguments (JLS 15.20.2). */
  private void askedFor(IdentifierTree tree, LiftedClass lifted) {
    Tree pattern = typed().parent(typed().parent(tree));
    if (!(pattern instanceof BindingPatternTree)) {
      return;
    }
    Tree around = typed().parent(pattern);
    Set<TypeName> known =
        around instanceof InstanceOfTree test
            ? arguments(renderer().lifted(typed().type(test.getExpression())))
            : Set.of();
    if (!known.containsAll(arguments(lifted))) {
      throw new Untransformable(
          tree,
          lifted.name()
              + " is used across an await and mentions type variables of the method or private"
              + " classes, so instanceof cannot ask for it; declare it outside of the method");
    }
  }

  private Set<TypeName> arguments(@Nullable LiftedClass lifted) {
    return lifted != null
            && lifted.instances()
            && renderer().denotable().scope(lifted) instanceof ParameterizedTypeName scope
        ? Set.copyOf(scope.typeArguments())
        : Set.of();
  }

  /** A creation; whether it is one that has been replaced. */
  boolean creation(NewClassTree tree) {
    ClassTree body = tree.getClassBody();
    LiftedClass anonymous = body == null ? null : renderer().liftedElsewhere(typed().element(body));
    if (anonymous != null) {
      CodeBlock arguments =
          Stream.concat(
                  Stream.ofNullable(tree.getEnclosingExpression()), tree.getArguments().stream())
              .map(place::part)
              .collect(CodeBlock.joining(", "));
      String scope = place.nameOf(scope(anonymous));
      place.replace(tree, CodeBlock.of("$L.new $L($L)", scope, anonymous.name(), arguments));
      return true;
    }
    LiftedClass lifted = named(tree.getIdentifier());
    if (lifted == null || !lifted.instances()) {
      return false;
    }
    place.insert(typed().start(tree), CodeBlock.of("$L.", place.nameOf(scope(lifted))));
    if (tree.getIdentifier() instanceof ParameterizedTypeTree generic) {
      place.scan(generic.getTypeArguments(), null);
    }
    place.scan(tree.getTypeArguments(), null);
    place.scan(tree.getArguments(), null);
    if (body != null) {
      place.classBody(body);
    }
    return true;
  }

  /** A reference to a constructor; whether it is one that has been replaced. */
  boolean reference(MemberReferenceTree tree) {
    LiftedClass lifted = named(tree.getQualifierExpression());
    if (tree.getMode() != MemberReferenceTree.ReferenceMode.NEW
        || lifted == null
        || !lifted.instances()) {
      return false;
    }
    CodeBlock parameters =
        FunctionTypes.parameters(renderer().names(), typed(), typed().type(tree));
    boolean generic = !lifted.type().getTypeParameters().isEmpty();
    place.replace(
        tree,
        CodeBlock.of(
            generic ? "($L) -> $L.new $L<>($L)" : "($L) -> $L.new $L($L)",
            parameters,
            place.nameInside(scope(lifted)),
            lifted.name(),
            parameters));
    return true;
  }

  /**
   * A class that stays where it is but extends a lifted one: its constructors say in which scope.
   */
  void superclass(ClassTree tree) {
    LiftedClass parent = named(tree.getExtendsClause());
    if (parent == null || !parent.instances()) {
      return;
    }
    boolean constructed = false;
    for (Tree member : tree.getMembers()) {
      if (member instanceof MethodTree constructor
          && constructor.getReturnType() == null
          && typed().isWritten(constructor)) {
        constructed = true;
        constructor(constructor, parent);
      }
    }
    if (!constructed) {
      String scope = place.nameInside(scope(parent));
      int open = Lexemes.opening(typed().text(), typed().end(last(tree)));
      place.insert(open + 1, CodeBlock.of(" $L() { $L.super(); }", tree.getSimpleName(), scope));
    }
  }

  private static Tree last(ClassTree tree) {
    List<? extends Tree> interfaces = tree.getImplementsClause();
    return interfaces.isEmpty() ? tree.getExtendsClause() : interfaces.get(interfaces.size() - 1);
  }

  private void constructor(MethodTree constructor, LiftedClass parent) {
    String scope = place.nameInside(scope(parent));
    IdentifierTree called = called(constructor);
    if (called == null) {
      place.insert(typed().start(constructor.getBody()) + 1, CodeBlock.of(" $L.super();", scope));
    } else if (called.getName().contentEquals("super")) {
      place.insert(typed().start(called), CodeBlock.of("$L.", scope));
    }
  }

  /**
   * {@code this} or {@code super}, where a constructor calls another; statements may come before
   * that from Java 25 on.
   */
  private @Nullable IdentifierTree called(MethodTree constructor) {
    for (StatementTree statement : constructor.getBody().getStatements()) {
      if (typed().isWritten(statement)
          && statement instanceof ExpressionStatementTree expression
          && expression.getExpression() instanceof MethodInvocationTree call
          && call.getMethodSelect() instanceof IdentifierTree name
          && (name.getName().contentEquals("super") || name.getName().contentEquals("this"))) {
        return name;
      }
    }
    return null;
  }
}
