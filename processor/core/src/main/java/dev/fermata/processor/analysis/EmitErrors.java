package dev.fermata.processor.analysis;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.model.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Tells errors that there are only because {@link EmittedTypes} gave an argument a type from those
 * that are in the argument itself: the former are at an expression whose value is emitted.
 */
final class EmitErrors extends TreeScanner<@Nullable Void, @Nullable Void> {
  private static final String MISFIT = "compiler.err.prob.found.req";

  /** In the locale of most users. */
  private static final String REASON = "cannot be converted";

  private static final String EMIT_ALL = Word.EMIT_ALL.methodName();
  private static final Set<String> ASYNC_ITERABLE = Set.of("dev.fermata.AsyncIterable");

  /** What {@code AsyncGenerator.from} takes. */
  private static final Set<String> SOURCES =
      Set.of(
          "java.lang.Iterable", "java.util.stream.Stream", "java.util.concurrent.Flow.Publisher");

  private static final Set<TypeKind> UNKNOWN = EnumSet.of(TypeKind.ERROR, TypeKind.OTHER);

  private final AnalyzedUnit unit;
  private final Diagnostic<? extends JavaFileObject> diagnostic;
  private @Nullable Tree misfit;

  private EmitErrors(AnalyzedUnit unit, Diagnostic<? extends JavaFileObject> diagnostic) {
    this.unit = unit;
    this.diagnostic = diagnostic;
  }

  /**
   * The expression that does not fit: the argument of the call, or one of its branches.
   *
   * @return empty if the error is of another kind
   */
  static Optional<Tree> misfitAt(
      AnalyzedUnit unit, Diagnostic<? extends JavaFileObject> diagnostic) {
    EmitErrors scanner = new EmitErrors(unit, diagnostic);
    scanner.scan(unit.tree(), null);
    return Optional.ofNullable(scanner.misfit);
  }

  /** What it is that does not fit: an element, or what {@code emitAll} cannot iterate over. */
  static Problem.Kind kind(AnalyzedUnit unit, Tree misfit) {
    boolean isOfAll =
        unit.attribution().path(misfit).getParentPath().getLeaf()
                instanceof MethodInvocationTree call
            && call.getMethodSelect().toString().endsWith(EMIT_ALL);
    Optional<TypeMirror> type = knownType(unit, misfit).filter(it -> isOfAll);
    if (type.isEmpty() || is(type.get(), ASYNC_ITERABLE)) {
      return Problem.Kind.EMIT_TYPE;
    }
    return is(type.get(), SOURCES) ? Problem.Kind.EMIT_ALL_SOURCE : Problem.Kind.ERROR;
  }

  /** Whether a type is one of these or below one of them. */
  private static boolean is(TypeMirror type, Set<String> names) {
    if (type instanceof TypeVariable variable) {
      return is(variable.getUpperBound(), names);
    }
    if (type instanceof IntersectionType intersection) {
      return intersection.getBounds().stream().anyMatch(bound -> is(bound, names));
    }
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && (names.contains(element.getQualifiedName().toString())
            || is(element.getSuperclass(), names)
            || element.getInterfaces().stream().anyMatch(above -> is(above, names)));
  }

  /**
   * What is wrong with an expression that does not fit, in a line: javac's own words if they are
   * about the two types, for the rest is about declarations that the user has not written.
   */
  static String reason(AnalyzedUnit unit, Tree misfit, String message) {
    String shown = knownType(unit, misfit).map(TypeMirror::toString).orElse("this");
    if (kind(unit, misfit) == Problem.Kind.EMIT_ALL_SOURCE) {
      return withoutPackages(shown + " is no AsyncIterable");
    }
    String text =
        message
            .lines()
            .filter(line -> line.contains(REASON) && !line.contains("instance(s)"))
            .findFirst()
            .map(line -> line.substring(line.indexOf(": ") + 1).trim())
            .orElse(shown + " does not fit");
    return withoutPackages(text);
  }

  private static String withoutPackages(String text) {
    return text.replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
  }

  private static Optional<TypeMirror> knownType(AnalyzedUnit unit, Tree tree) {
    return Optional.ofNullable(unit.attribution().type(tree))
        .filter(type -> !UNKNOWN.contains(type.getKind()));
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    if (call.getArguments().size() == 1 && isRewritten(call)) {
      Tree argument = call.getArguments().get(0);
      if (isAtTokensOf(call.getMethodSelect())) {
        misfit = argument;
      } else if (diagnostic.getCode().equals(MISFIT)) {
        emittedBy(argument).stream().filter(this::isAtTokensOf).findFirst().ifPresent(this::found);
      }
    }
    return super.visitMethodInvocation(call, null);
  }

  private void found(Tree tree) {
    misfit = tree;
  }

  private boolean isRewritten(MethodInvocationTree call) {
    return call.getTypeArguments().stream()
        .anyMatch(type -> unit.isInserted(unit.attribution().start(type)));
  }

  /** Whether the error is at a tree itself, and not in one of the trees that it consists of. */
  private boolean isAtTokensOf(Tree tree) {
    return isIn(tree) && partsOf(tree).stream().noneMatch(this::isIn);
  }

  private boolean isIn(Tree tree) {
    return unit.attribution().start(tree) <= diagnostic.getPosition()
        && diagnostic.getPosition() < unit.attribution().end(tree);
  }

  private static List<Tree> partsOf(Tree tree) {
    List<Tree> parts = new ArrayList<>();
    tree.accept(
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void scan(@Nullable Tree part, @Nullable Void unused) {
            if (part != null) {
              parts.add(part);
            }
            return null;
          }
        },
        null);
    return parts;
  }

  /** The expressions whose values an expression may have. */
  private static List<Tree> emittedBy(Tree expression) {
    List<Tree> emitted = new ArrayList<>();
    addEmitted(expression, emitted);
    return emitted;
  }

  private static void addEmitted(Tree expression, List<Tree> emitted) {
    if (expression instanceof ParenthesizedTree parenthesized) {
      addEmitted(parenthesized.getExpression(), emitted);
    } else if (expression instanceof ConditionalExpressionTree conditional) {
      addEmitted(conditional.getTrueExpression(), emitted);
      addEmitted(conditional.getFalseExpression(), emitted);
    } else if (expression instanceof SwitchExpressionTree choice) {
      new Results(emitted).scan(choice.getCases(), null);
    } else {
      emitted.add(expression);
    }
  }

  /** The results of one switch expression, and not those of others in it. */
  private static final class Results extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final List<Tree> emitted;

    Results(List<Tree> emitted) {
      this.emitted = emitted;
    }

    @Override
    public @Nullable Void visitCase(CaseTree choice, @Nullable Void unused) {
      if (choice.getBody() instanceof ExpressionTree result) {
        addEmitted(result, emitted);
        return null;
      }
      return super.visitCase(choice, null);
    }

    @Override
    public @Nullable Void visitYield(YieldTree yield, @Nullable Void unused) {
      addEmitted(yield.getValue(), emitted);
      return null;
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree other, @Nullable Void unused) {
      return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree other, @Nullable Void unused) {
      return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree other, @Nullable Void unused) {
      return null;
    }
  }
}
