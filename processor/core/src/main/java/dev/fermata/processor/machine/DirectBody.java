package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Words;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.model.Word;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The direct form of a body, for original-body mode: the user's text, in which the two things that
 * plain Java cannot do are spelled out. A scope is told how its body failed, and what a loop has
 * left is closed.
 *
 * <pre>{@code
 * try (var g = TaskGroup.open()) B  =>   { var g = TaskGroup.open(); Throwable failure$1 = null; try B
 *                                          catch (Throwable thrown$1) { failure$1 = thrown$1; throw thrown$1; }
 *                                          finally { Bodies.exit(g, failure$1); } }
 * for (T x : awaitEach(s)) S        =>   the same with var each$1 = Bodies.each(s), and for (T x : each$1) S
 * }</pre>
 */
final class DirectBody {
  private final Typed typed;
  private final Names names;
  private int count;

  DirectBody(Typed typed, Names names) {
    this.typed = typed;
    this.names = names;
  }

  /** Whether a body has a construct that needs the direct form. */
  static boolean isNeeded(Typed typed, Tree body) {
    DirectBody direct = new DirectBody(typed, new Names(body));
    boolean[] found = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitTry(TryTree tree, @Nullable Void p) {
        found[0] |= tree.getResources().stream().anyMatch(direct::isScope);
        return super.visitTry(tree, null);
      }

      @Override
      public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void p) {
        found[0] |= direct.source(tree) != null;
        return super.visitEnhancedForLoop(tree, null);
      }
    }.scan(body, null);
    return found[0];
  }

  /** The method with the direct form. */
  static MethodSpec write(
      Typed typed,
      Surroundings surroundings,
      Subject subject,
      AsyncMethod method,
      MethodTree tree) {
    Names names = new Names(tree);
    StandIns standIns = surroundings.hidden().standIns();
    Renderer renderer =
        new Renderer(
            typed,
            new Graph(),
            surroundings,
            Denotable.outsideBodies(typed.types(), standIns),
            names);
    renderer.direct(new DirectBody(typed, names));
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(name(method))
            .addModifiers(Modifier.PRIVATE)
            .returns(renderer.type(method.element().getReturnType()))
            .addException(Throwable.class);
    if (method.isStatic()) {
      spec.addModifiers(Modifier.STATIC);
    }
    spec.addTypeVariables(subject.typeVariables());
    for (VariableElement parameter : method.element().getParameters()) {
      spec.addParameter(renderer.type(parameter.asType()), parameter.getSimpleName().toString());
    }
    int start = typed.start(tree.getBody()) + 1;
    int end = typed.end(tree.getBody()) - 1;
    while (Character.isWhitespace(typed.text().charAt(start))) {
      start++;
    }
    while (Character.isWhitespace(typed.text().charAt(end - 1))) {
      end--;
    }
    CodeBlock body = renderer.text(start, end, tree.getBody().getStatements());
    return spec.addCode("$L\n", body).build();
  }

  static String name(AsyncMethod method) {
    return method.stem() + "$direct";
  }

  /** Whether a resource may be a scope: what is declared as closeable only may be one as well. */
  private boolean isScope(Tree resource) {
    var element = resource instanceof VariableTree ? typed.element(resource) : null;
    return typed.is(
        element != null ? element.asType() : typed.type(resource), "dev.fermata.AsyncCloseable");
  }

  /** What a loop awaits the elements of, or null for a plain loop. */
  private @Nullable ExpressionTree source(EnhancedForLoopTree tree) {
    ExpressionTree expression = Words.strip(tree.getExpression());
    return Words.isWord(typed, expression, Word.AWAIT_EACH)
        ? ((MethodInvocationTree) expression).getArguments().get(0)
        : null;
  }

  /**
   * Rewrites a loop; false where it is a plain one, and where it has to stay what it is: there,
   * what is left early is closed by the loop of the program when that ends.
   */
  boolean loop(Rewriter place, EnhancedForLoopTree tree) {
    ExpressionTree source = source(tree);
    if (source == null || new WideOperands(typed).areLeftOf(tree)) {
      return false;
    }
    count = next();
    String each = "each$" + count;
    CodeBlock exit = exit(place, each);
    Tree whole = tree;
    while (typed.parent(whole) instanceof LabeledStatementTree labeled) {
      whole = labeled;
    }
    place.insert(
        typed.start(whole),
        CodeBlock.of(
            "{ var $L = $L.each($L); $L", each, bodies(place), place.part(source), enter()));
    place.scan(tree.getVariable(), null);
    place.replace(tree.getExpression(), CodeBlock.of("$L", each));
    place.scan(tree.getStatement(), null);
    place.insert(typed.end(whole), CodeBlock.of("$L }", exit));
    return true;
  }

  /** The next number for the names of the generated code's own variables. */
  private int next() {
    return names.unusedNumber(count + 1, List.of("each", "failure", "thrown", "scope"));
  }

  private static CodeBlock bodies(Rewriter place) {
    return place.renderer().surroundings().scope().receiver(RuntimeNames.BODIES);
  }

  private CodeBlock enter() {
    return CodeBlock.of("$T failure$$$L = null; try { ", Throwable.class, count);
  }

  private CodeBlock exit(Rewriter place, String name) {
    return CodeBlock.of(
        " } catch ($T thrown$$$L) { failure$$$L = thrown$$$L; throw thrown$$$L; }"
            + " finally { $L.exit($L, failure$$$L); }",
        Throwable.class,
        count,
        count,
        count,
        count,
        bodies(place),
        name,
        count);
  }

  /** Rewrites a try; false where it has no scope. */
  boolean attempt(Rewriter place, TryTree tree) {
    if (tree.getResources().stream().noneMatch(this::isScope)) {
      return false;
    }
    boolean clauses = !tree.getCatches().isEmpty() || tree.getFinallyBlock() != null;
    CodeBlock.Builder head = CodeBlock.builder().add(clauses ? "try { " : "{ ");
    CodeBlock end = CodeBlock.of(" }");
    for (Tree resource : tree.getResources()) {
      count = next();
      if (!isScope(resource)) {
        head.add("try ($L) { ", place.part(resource));
        end = CodeBlock.of(" }$L", end);
        continue;
      }
      String name = open(place, head, resource);
      head.add(enter());
      end = CodeBlock.of("$L$L", exit(place, name), end);
    }
    place.replace(typed.start(tree), typed.start(tree.getBlock()), head.build());
    place.scan(tree.getBlock(), null);
    place.insert(typed.end(tree.getBlock()), end);
    place.renderer().surroundings().hidden().catches().rewrite(place, tree);
    place.scan(tree.getFinallyBlock(), null);
    return true;
  }

  private String open(Rewriter place, CodeBlock.Builder head, Tree resource) {
    if (resource instanceof VariableTree variable && variable.getName().length() > 0) {
      head.add(typed.text(resource).endsWith(";") ? "$L " : "$L; ", place.part(resource));
      return variable.getName().toString();
    }
    String name = "scope$" + count;
    if (resource instanceof VariableTree unnamed) {
      Tree type = unnamed.getType();
      Object declared = typed.isWritten(type) ? place.part(type) : "var";
      head.add("$L $L = $L; ", declared, name, place.part(unnamed.getInitializer()));
    } else {
      head.add("var $L = $L; ", name, place.part(resource));
    }
    return name;
  }
}
