package dev.fermata.processor.lowering;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.graph.Terminator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers {@code try}.
 *
 * <pre>{@code
 * try (R r = open()) { B } catch (E e) { C } finally { F }
 *   =>  a region around a region around a region: [[[ r = open(); [B] exit(r, failure) ] if (thrown instanceof E) C ] F ]
 * }</pre>
 *
 * A {@code catch} is a test, so that javac has nothing to say of exceptions that are never thrown.
 */
final class Tries {
  private final Lowering lowering;

  Tries(Lowering lowering) {
    this.lowering = lowering;
  }

  void lower(TryTree tree) {
    BlockTree last = tree.getFinallyBlock();
    if (last == null) {
      guarded(tree);
      return;
    }
    Block after = lowering.block();
    Lowering.Target end = lowering.target(after);
    Leave leave = new Leave(lowering);
    guarded(tree);
    lowering.jump(end);
    leave.running(() -> lowering.statements().body(last));
    lowering.begin(after);
  }

  private void guarded(TryTree tree) {
    if (tree.getCatches().isEmpty()) {
      resources(tree, 0);
      return;
    }
    Local thrown = lowering.temporary("thrown", lowering.type("java.lang.Throwable"));
    Block handler = lowering.block();
    Block after = lowering.block();
    Region outside = lowering.enter(new Region(lowering.region(), thrown, handler, Set.of()));
    lowering.flowInto(lowering.block());
    resources(tree, 0);
    lowering.enter(outside);
    lowering.end(new Terminator.Goto(after));
    lowering.begin(handler);
    for (CatchTree clause : tree.getCatches()) {
      clause(clause, thrown, after);
    }
    lowering.end(new Terminator.Throw(Code.use(thrown)));
    lowering.begin(after);
  }

  private void clause(CatchTree tree, Local thrown, Block after) {
    VariableTree parameter = tree.getParameter();
    List<TypeMirror> types = new ArrayList<>();
    if (parameter.getType() instanceof UnionTypeTree union) {
      for (Tree alternative : union.getTypeAlternatives()) {
        types.add(lowering.typed().type(alternative));
      }
    } else {
      types.add(lowering.typed().type(parameter.getType()));
    }
    Block body = lowering.block();
    Block next = lowering.block();
    lowering.end(new Terminator.Branch(test(thrown, types), List.of(), List.of(), body, next));
    lowering.begin(body);
    Local local = lowering.local(parameter);
    Code value =
        lowering.typed().is(lowering.type("java.lang.Throwable"), types.get(0).toString())
            ? Code.use(thrown)
            : Code.of("($L) $L", local.type(), Code.use(thrown));
    lowering.add(new Instruction.Declare(local, parameter, value));
    lowering.statements().body(tree.getBlock());
    lowering.end(new Terminator.Goto(after));
    lowering.begin(next);
  }

  private static Code test(Local thrown, List<TypeMirror> types) {
    List<Code> tests = new ArrayList<>();
    types.forEach(type -> tests.add(new Code.IsInstance(Code.use(thrown), type)));
    return Code.of(String.join(" || ", Collections.nCopies(tests.size(), "$L")), tests.toArray());
  }

  private void resources(TryTree tree, int index) {
    if (index == tree.getResources().size()) {
      lowering.statements().body(tree.getBlock());
      return;
    }
    Tree resource = tree.getResources().get(index);
    Local local = open(resource);
    Block after = lowering.block();
    Lowering.Target end = lowering.target(after);
    Leave leave = new Leave(lowering);
    resources(tree, index + 1);
    lowering.jump(end);
    TypeMirror runtime = lowering.type("dev.fermata.machine.Resources");
    if (Resources.isAsync(lowering.typed(), resource)) {
      leave.awaiting(
          Code.of("$L.exit($L, $L)", runtime, Code.use(local), Code.use(leave.failure())),
          lowering.typed().line(resource));
    } else {
      leave.calling(
          Code.of("$L.close($L, $L)", runtime, Code.use(local), Code.use(leave.failure())));
    }
    lowering.begin(after);
  }

  private Local open(Tree resource) {
    if (resource instanceof VariableTree variable) {
      Local local = lowering.local(variable);
      ExpressionTree initializer = variable.getInitializer();
      lowering.expressions().ready(initializer);
      lowering.add(new Instruction.Declare(local, variable, Code.source(initializer)));
      return local;
    }
    ExpressionTree expression = (ExpressionTree) resource;
    lowering.expressions().ready(expression);
    Local local = lowering.temporary("resource", lowering.typed().type(expression));
    lowering.assign(local, Code.source(expression));
    return local;
  }
}
