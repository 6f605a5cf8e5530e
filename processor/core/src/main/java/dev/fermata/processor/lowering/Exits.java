package dev.fermata.processor.lowering;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.graph.Terminator;
import dev.fermata.processor.model.BodyKind;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Ways out: {@code return}, {@code break}, {@code continue}, {@code yield}, both as ends of blocks
 * and inside statements that are kept.
 *
 * <pre>{@code
 * return done(x);      =>  return x;                        // or, through a finally:
 *                          returned = x; exit = 2; state = 7; continue;
 * return fetch(uri);   =>  return execution.tail(fetch(uri), frame);   // once every try has been left
 * }</pre>
 */
final class Exits {
  private final Lowering lowering;
  private final TypeMirror result;
  private @Nullable Local returned;
  private Lowering.@Nullable Target completion;
  private @Nullable Local handedOver;
  private Lowering.@Nullable Target handOver;

  /**
   * @param result the type of what the body completes with
   */
  Exits(Lowering lowering, TypeMirror result) {
    this.lowering = lowering;
    this.result = result;
  }

  /** The way out of a {@code return} whose expression has been lowered. */
  Exit ofReturn(ReturnTree tree, @Nullable ExpressionTree expression) {
    Code value = value(expression);
    if (Returns.handsOver(lowering.typed(), expression, lowering.body())) {
      if (lowering.kind() == BodyKind.GENERATOR) {
        throw new Untransformable(
            tree,
            "a generator ends with return end(); to pass another's elements on, write emitAll(…) before it");
      }
      return handOver(tree, value);
    }
    Lowering.Target target = completion();
    Exit leave = lowering.exitTo(target);
    if (leave.settings().isEmpty()) {
      return new Exit(List.of(), new Terminator.Return(value));
    }
    return prefixed(returned(), value == null ? Code.of("null") : value, leave);
  }

  private Exit handOver(ReturnTree tree, @Nullable Code value) {
    Code coroutine = value == null ? Code.of("null") : value;
    Exit leave = lowering.exitTo(handOver());
    boolean direct =
        leave.settings().isEmpty() && lowering.region() == null && !insideKeptTry(tree);
    if (direct && lowering.kind() == BodyKind.COROUTINE) {
      return new Exit(List.of(), new Terminator.Tail(coroutine));
    }
    return prefixed(handedOver(), coroutine, leave);
  }

  /**
   * A kept {@code try} or {@code synchronized} must have been left before the other coroutine runs.
   */
  private boolean insideKeptTry(Tree tree) {
    for (TreePath path = lowering.typed().path(tree);
        path != null && path.getLeaf() != lowering.body();
        path = path.getParentPath()) {
      Tree leaf = path.getLeaf();
      boolean keptTry = leaf instanceof TryTree && !lowering.marks().lowered(leaf);
      if (keptTry || leaf instanceof SynchronizedTree) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a body completes with: the argument of {@code done}, or the value itself in an async
   * block.
   */
  @Nullable Code value(@Nullable ExpressionTree expression) {
    if (expression == null) {
      return null;
    }
    boolean block = lowering.body() instanceof LambdaExpressionTree;
    if (!block && Words.isEnd(lowering.typed(), expression)) {
      return null;
    }
    if (!block && Words.isDone(lowering.typed(), expression)) {
      List<? extends ExpressionTree> arguments =
          ((MethodInvocationTree) Words.strip(expression)).getArguments();
      return arguments.isEmpty() ? null : Code.source(arguments.get(0));
    }
    return Code.source(expression);
  }

  Exit ofBreak(BreakTree tree) {
    return toKnown(tree, lowering::breakTarget);
  }

  Exit ofContinue(ContinueTree tree) {
    return toKnown(tree, lowering::continueTarget);
  }

  private interface Targets {
    Lowering.@Nullable Target of(Tree tree);
  }

  private Exit toKnown(Tree tree, Targets targets) {
    Lowering.Target target = targets.of(lowering.jumps().jump(tree).target());
    if (target == null) {
      throw new Untransformable(tree, "this jump has no target in the lowered body");
    }
    return lowering.exitTo(target);
  }

  /** The way out of a {@code yield}: its value goes to the local of the switch. */
  Exit ofYield(YieldTree tree) {
    Tree target = lowering.jumps().jump(tree).target();
    Switches.Result result = lowering.statements().switches().result(target);
    return prefixed(result.value(), Code.source(tree.getValue()), lowering.exitTo(result.after()));
  }

  static Exit prefixed(Local local, Code value, Exit exit) {
    List<Instruction.Assign> settings = new ArrayList<>();
    settings.add(new Instruction.Assign(local, value));
    settings.addAll(exit.settings());
    return new Exit(settings, exit.end());
  }

  private Local returned() {
    if (returned == null) {
      returned = lowering.temporary("returned", result);
    }
    return returned;
  }

  private Local handedOver() {
    if (handedOver == null) {
      String type =
          lowering.kind() == BodyKind.COROUTINE
              ? "dev.fermata.Coroutine"
              : "java.util.concurrent.CompletionStage";
      handedOver =
          lowering.temporary(
              "handedOver",
              lowering
                  .typed()
                  .types()
                  .getDeclaredType(
                      lowering.typed().elements().getTypeElement(type),
                      lowering.typed().types().getWildcardType(null, null)));
    }
    return handedOver;
  }

  private Lowering.Target completion() {
    if (completion == null) {
      completion =
          new Lowering.Target(
              outside(() -> lowering.end(new Terminator.Return(Code.use(returned())))), 0);
    }
    return completion;
  }

  private Lowering.Target handOver() {
    if (handOver == null) {
      handOver =
          new Lowering.Target(
              outside(
                  () -> {
                    Code other = Code.use(handedOver());
                    if (lowering.kind() == BodyKind.COROUTINE) {
                      lowering.end(new Terminator.Tail(other));
                      return;
                    }
                    Block resume = lowering.block();
                    lowering.end(
                        new Terminator.Await(
                            other, resume, lowering.typed().line(lowering.body())));
                    lowering.begin(resume);
                    lowering.end(
                        new Terminator.Return(new Code.Awaited(lowering.type("java.lang.Object"))));
                  }),
              0);
    }
    return handOver;
  }

  /**
   * Makes a block outside all regions, and fills it by {@code rest}; the current block stays what
   * it was.
   */
  private Block outside(Runnable rest) {
    Block before = lowering.current();
    Region region = lowering.enter(null);
    Block first = lowering.block();
    lowering.begin(first);
    rest.run();
    lowering.enter(region);
    lowering.begin(before);
    return first;
  }
}
