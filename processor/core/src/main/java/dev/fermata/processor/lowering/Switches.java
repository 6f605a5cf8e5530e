package dev.fermata.processor.lowering;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Cases;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Terminator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lowers {@code switch}, statement and expression: the user's own switch chooses, with its labels
 * as they stand, and each body is a block.
 *
 * <p>A guard that suspends cannot be part of the choice. Its label is tried with all labels before
 * it ruled out by a counter, the guard is awaited in a block, and where it is false the choice is
 * made again from the next label on:
 *
 * <pre>{@code
 * case A a when await(p(a)) -> X   =>   case A a when from <= 1: goto g;   g: if (!awaited) { from = 2; goto choice; } X
 * }</pre>
 */
final class Switches {
  /** Selectors of these types make a switch one that has to cover everything (JLS 14.11.2). */
  private static final Set<TypeKind> ENHANCED =
      EnumSet.of(TypeKind.BOOLEAN, TypeKind.LONG, TypeKind.FLOAT, TypeKind.DOUBLE);

  /** Where the value of a switch expression goes, and where it goes on. */
  record Result(Local value, Lowering.Target after) {}

  private final Lowering lowering;
  private final IdentityHashMap<Tree, Result> results = new IdentityHashMap<>();

  Switches(Lowering lowering) {
    this.lowering = lowering;
  }

  Result result(Tree tree) {
    Result result = results.get(tree);
    if (result == null) {
      throw new Untransformable(tree, "a yield leaves a switch that was kept");
    }
    return result;
  }

  void lower(SwitchTree tree) {
    Block after = lowering.block();
    lowering.breakTo(tree, lowering.target(after));
    choose(tree.getExpression(), tree.getCases(), after, null);
    lowering.begin(after);
  }

  /** Lowers a switch expression; its value is in the local that is returned. */
  Local lower(SwitchExpressionTree tree) {
    Block after = lowering.block();
    Local value = lowering.temporary("chosen", lowering.typed().type(tree));
    Result result = new Result(value, lowering.target(after));
    results.put(tree, result);
    choose(tree.getExpression(), tree.getCases(), after, result);
    lowering.begin(after);
    return value;
  }

  private void choose(
      ExpressionTree selector,
      List<? extends CaseTree> cases,
      Block after,
      @Nullable Result result) {
    lowering.expressions().ready(selector);
    boolean guarded = cases.stream().anyMatch(c -> lowering.marks().lowered(Cases.guard(c)));
    Code chosen = chosen(Words.strip(selector), cases);
    Block choice = lowering.current();
    Local from = null;
    if (guarded) {
      Local kept = lowering.temporary("selector", lowering.typed().type(selector));
      lowering.assign(kept, chosen);
      chosen = Code.use(kept);
      from = lowering.temporary("from", lowering.typed().types().getPrimitiveType(TypeKind.INT));
      lowering.assign(from, Code.of("0"));
      choice = lowering.block();
      lowering.flowInto(choice);
    }
    List<Block> bodies = new ArrayList<>();
    List<Terminator.Arm> arms = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Block body = lowering.block();
      bodies.add(body);
      arms.add(arm(cases.get(i), i, body, from, choice));
    }
    lowering.begin(choice);
    TypeMirror selected = lowering.typed().type(selector);
    lowering.end(new Terminator.Switch(chosen, arms, otherwise(selected, cases, after, result)));
    for (int i = 0; i < cases.size(); i++) {
      lowering.begin(bodies.get(i));
      body(cases.get(i), i + 1 < bodies.size() ? bodies.get(i + 1) : after, after, result);
    }
  }

  private Code chosen(ExpressionTree selector, List<? extends CaseTree> cases) {
    Code chosen = Code.source(selector);
    return Choices.isByName(lowering.typed(), selector, cases)
        ? Code.of("$L.name($L)", lowering.type("dev.fermata.machine.Access"), chosen)
        : chosen;
  }

  private Terminator.Arm arm(
      CaseTree tree, int index, Block body, @Nullable Local from, Block choice) {
    Bindings bindings = new Bindings(lowering.typed(), lowering.graph());
    List<Local> bound = new ArrayList<>();
    Cases.labels(tree).forEach(label -> bound.addAll(bindings.inPattern(label)));
    ExpressionTree guard = Cases.guard(tree);
    boolean lowered = lowering.marks().lowered(guard);
    if (guard != null && !lowered) {
      bound.addAll(bindings.whenTrue(guard));
    }
    if (from == null || Cases.isDefault(tree)) {
      return new Terminator.Arm(tree, bound, null, false, body);
    }
    Terminator.Reached reached = new Terminator.Reached(from, index);
    if (guard == null || !lowered) {
      return new Terminator.Arm(tree, bound, Cases.isPattern(tree) ? reached : null, false, body);
    }
    Block test = lowering.block();
    Block failed = lowering.block();
    lowering.begin(test);
    lowering.statements().conditions().lower(guard, body, failed);
    lowering.begin(failed);
    lowering.assign(from, Code.of(String.valueOf(index + 1)));
    lowering.end(new Terminator.Goto(choice));
    return new Terminator.Arm(tree, bound, reached, true, test);
  }

  /**
   * Where it goes on when no label matches; null where the labels are known to cover everything.
   */
  private @Nullable Block otherwise(
      TypeMirror selected, List<? extends CaseTree> cases, Block after, @Nullable Result result) {
    boolean guarded = cases.stream().anyMatch(c -> lowering.marks().lowered(Cases.guard(c)));
    TypeKind kind = lowering.expressions().unboxed(selected).getKind();
    boolean bothBooleans = kind == TypeKind.BOOLEAN && constants(cases) == 2;
    if (cases.stream().anyMatch(Cases::isDefault) || bothBooleans) {
      return null;
    }
    boolean enhanced = cases.stream().anyMatch(Cases::isEnhanced) || ENHANCED.contains(kind);
    if (enhanced && !guarded) {
      return null;
    }
    if (result == null && !enhanced) {
      return after;
    }
    Block unmatched = lowering.block();
    Block before = lowering.current();
    lowering.begin(unmatched);
    lowering.end(new Terminator.Throw(Choices.unmatched(lowering.typed())));
    lowering.begin(before);
    return unmatched;
  }

  /** How many values have a label; no two labels have the same. */
  private static long constants(List<? extends CaseTree> cases) {
    return cases.stream()
        .filter(tree -> !Cases.isPattern(tree))
        .flatMap(tree -> Cases.labels(tree).stream())
        .filter(label -> !label.toString().equals("null"))
        .count();
  }

  private void body(CaseTree tree, Block next, Block after, @Nullable Result result) {
    if (Cases.isArrow(tree) && tree.getBody() instanceof ExpressionTree value) {
      if (result == null) {
        lowering.expressions().effect(value);
        lowering.end(new Terminator.Goto(after));
        return;
      }
      lowering.expressions().ready(value);
      lowering.add(new Instruction.Assign(result.value(), Code.source(value)));
      lowering.end(new Terminator.Goto(after));
      return;
    }
    lowering.statements().lower(Cases.statements(tree));
    lowering.end(new Terminator.Goto(Cases.isArrow(tree) ? after : next));
  }
}
