package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Cases;
import dev.fermata.processor.graph.Local;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Java lets a lambda refer to a variable that is assigned once. A hoisted local is assigned again
 * and again, so each use in a lambda or class gets a final copy, made where the value is known:
 * Java's own rule makes sure that it is the right one.
 */
final class Captures {
  private final Names names;
  private final Set<Local> written;
  private final Set<Local> constants;
  private final Map<Local, String> copies = new HashMap<>();

  /**
   * @param written the locals that some instruction of the step method sets
   * @param constants the locals that are declared final at its head
   */
  Captures(Names names, Set<Local> written, Set<Local> constants) {
    this.names = names;
    this.written = written;
    this.constants = constants;
  }

  boolean needsCopy(Local local) {
    return local.hoisted() && written.contains(local) && !constants.contains(local);
  }

  String copyName(Local local) {
    return copies.computeIfAbsent(local, l -> names.own(l.name() + "$final"));
  }

  /**
   * Arranges for copies inside {@code statement}, which sets the locals before a lambda in it uses
   * them.
   */
  void copyInside(Renderer renderer, StatementTree statement, Set<Local> locals) {
    for (Local local : locals) {
      if (needsCopy(local)) {
        renderer.copy(local, copyName(local));
        Set<Tree> places = new java.util.LinkedHashSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          private int nested;
          private @Nullable Tree function;

          private void enter(Tree tree, Runnable inside) {
            if (nested++ == 0) {
              function = tree;
            }
            inside.run();
            nested--;
          }

          @Override
          public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
            enter(tree, () -> super.visitLambdaExpression(tree, null));
            return null;
          }

          @Override
          public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
            enter(tree, () -> super.visitClass(tree, null));
            return null;
          }

          @Override
          public @Nullable Void visitCase(CaseTree tree, @Nullable Void p) {
            ExpressionTree guard = Cases.guard(tree);
            if (guard != null) {
              enter(guard, () -> scan(guard, null));
            }
            scan(tree.getStatements(), null);
            if (Cases.isArrow(tree)) {
              scan(tree.getBody(), null);
            }
            return null;
          }

          @Override
          public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void p) {
            boolean same = renderer.graph().local(renderer.typed().element(tree)) == local;
            if (nested > 0 && function != null && same) {
              places.add(place(renderer, function));
            }
            return null;
          }
        }.scan(statement, null);
        for (Tree place : places) {
          renderer.before(
              (StatementTree) place,
              CodeBlock.of(
                  "final $T $L = $L;\n", renderer.type(local), copyName(local), local.name()));
        }
      }
    }
  }

  /** The innermost statement around a lambda that stands in a list of statements. */
  private static Tree place(Renderer renderer, Tree function) {
    for (TreePath path = renderer.typed().path(function); ; path = path.getParentPath()) {
      Tree parent = path.getParentPath().getLeaf();
      if (path.getLeaf() instanceof StatementTree
          && (parent instanceof BlockTree || parent instanceof CaseTree)) {
        return path.getLeaf();
      }
    }
  }
}
