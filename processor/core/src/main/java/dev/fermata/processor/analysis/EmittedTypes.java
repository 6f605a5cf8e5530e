package dev.fermata.processor.analysis;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WildcardTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.model.Word;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives what a generator emits the generator's element type as its target, which a method that
 * takes anything cannot: in an {@code AsyncGenerator<X>}, {@code emit(v)} becomes {@code
 * dev.fermata.Coroutines.<X>emit(v)}.
 */
final class EmittedTypes extends TreeScanner<@Nullable Void, @Nullable Void> {
  static final Set<String> WORDS = Set.of(Word.EMIT.methodName(), Word.EMIT_ALL.methodName());
  private static final String OWNER = RuntimeNames.COROUTINES.canonicalName();
  private static final Set<String> OWNER_NAMES = Set.of(OWNER, "Coroutines");
  private static final Set<String> GENERATOR_NAMES =
      Set.of("AsyncGenerator", "dev.fermata.AsyncGenerator");

  private final UnitText unit;
  private final Edits edits;
  private final Set<String> shadowed;
  private @Nullable String elementType;

  private EmittedTypes(UnitText unit, Edits edits, Set<String> shadowed) {
    this.unit = unit;
    this.edits = edits;
    this.shadowed = shadowed;
  }

  /**
   * Rewrites the calls in a unit.
   *
   * @param shadowed the names of all methods and fields that the types of the unit have
   */
  static void rewrite(UnitText unit, Edits edits, Set<String> shadowed) {
    if (!shadowed.contains("dev") && !DeclaresDev.in(unit.tree())) {
      new EmittedTypes(unit, edits, shadowed).scan(unit.tree(), null);
    }
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
    return inside(elementTypeOf(method), () -> super.visitMethod(method, null));
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
    return inside(null, () -> super.visitClass(type, null));
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void unused) {
    return inside(null, () -> super.visitLambdaExpression(lambda, null));
  }

  private @Nullable Void inside(@Nullable String newElementType, Runnable visit) {
    String before = elementType;
    elementType = newElementType;
    visit.run();
    elementType = before;
    return null;
  }

  private static @Nullable String elementTypeOf(MethodTree method) {
    return method.getReturnType() instanceof ParameterizedTypeTree type
            && GENERATOR_NAMES.contains(type.getType().toString())
            && type.getTypeArguments().size() == 1
            && !(type.getTypeArguments().get(0) instanceof WildcardTree)
        ? type.getTypeArguments().get(0).toString()
        : null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    if (elementType != null && call.getTypeArguments().isEmpty()) {
      rewrite(call.getMethodSelect(), "<" + elementType + ">");
    }
    return super.visitMethodInvocation(call, null);
  }

  private void rewrite(ExpressionTree method, String typeArgument) {
    if (method instanceof IdentifierTree simple) {
      String name = simple.getName().toString();
      if (WORDS.contains(name) && !shadowed.contains(name) && isImported(name)) {
        edits.insert(unit.start(method), OWNER + "." + typeArgument);
      }
    } else if (method instanceof MemberSelectTree qualified
        && WORDS.contains(qualified.getIdentifier().toString())
        && OWNER_NAMES.contains(qualified.getExpression().toString())) {
      edits.insert(unit.end(method) - qualified.getIdentifier().length(), typeArgument);
    }
  }

  private boolean isImported(String name) {
    return unit.tree().getImports().stream()
        .filter(ImportTree::isStatic)
        .map(imported -> imported.getQualifiedIdentifier().toString())
        .anyMatch(imported -> imported.equals(OWNER + ".*") || imported.equals(OWNER + "." + name));
  }

  /** A variable of that name would hide the package. */
  private static final class DeclaresDev extends TreeScanner<Boolean, @Nullable Void> {
    static boolean in(CompilationUnitTree unit) {
      return Boolean.TRUE.equals(new DeclaresDev().scan(unit, null));
    }

    @Override
    public Boolean visitVariable(VariableTree variable, @Nullable Void unused) {
      return variable.getName().contentEquals("dev")
          || Boolean.TRUE.equals(super.visitVariable(variable, null));
    }

    @Override
    public Boolean reduce(Boolean one, Boolean other) {
      return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }

    @Override
    public Boolean scan(@Nullable Tree tree, @Nullable Void unused) {
      return Boolean.TRUE.equals(super.scan(tree, null));
    }
  }
}
