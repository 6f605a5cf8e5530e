package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.Tree;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Chunks;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Layout;
import dev.fermata.processor.graph.Liveness;
import dev.fermata.processor.graph.Placement;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.graph.StateOrder;
import dev.fermata.processor.graph.Terminator;
import dev.fermata.processor.lowering.Choices;
import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the states of one step method.
 *
 * <pre>{@code
 * case 1: {
 *   int length = (int) awaited;
 *   …
 * }
 * }</pre>
 */
final class StepWriter {
  /** The names of the generated code's own variables in one step method. */
  record Own(
      String frame,
      String execution,
      String awaited,
      String failure,
      String state,
      String label,
      String left,
      String thrown) {

    /** The first free ones. */
    static Own among(Names names) {
      return new Own(
          names.own("frame"),
          names.own("execution"),
          names.own("awaited"),
          names.own("failure"),
          names.own("state"),
          names.own("machine"),
          names.own("left"),
          names.own("thrown"));
    }
  }

  private final Graph graph;
  private final Liveness liveness;
  private final Placement placement;
  private final StateOrder order;
  private final FrameFields fields;
  private final Renderer renderer;
  private final InstructionWriter instructions;
  private final Own own;
  private final Chunks chunks;
  private final List<Block> chunk;
  private Block current;
  private boolean jumped;
  private boolean labelled;

  StepWriter(
      Layout layout,
      FrameFields fields,
      Renderer renderer,
      InstructionWriter instructions,
      Own own,
      List<Block> chunk) {
    this.graph = layout.graph();
    this.liveness = layout.liveness();
    this.placement = layout.placement();
    this.order = layout.order();
    this.chunks = layout.chunks();
    this.fields = fields;
    this.renderer = renderer;
    this.instructions = instructions;
    this.own = own;
    this.chunk = chunk;
    this.current = chunk.get(0);
    renderer.exits(this::exit);
    renderer.awaited(own.awaited());
  }

  /** Whether the states are inside a loop, because one of them goes back or skips others. */
  boolean jumped() {
    return jumped;
  }

  /** Whether a jump from inside a kept statement names the loop. */
  boolean labelled() {
    return labelled;
  }

  /** All states, each as a {@code case}. */
  CodeBlock states() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < chunk.size(); i++) {
      Block next = i + 1 < chunk.size() ? chunk.get(i + 1) : null;
      CodeBlock.Builder state = CodeBlock.builder();
      instructions.startState();
      block(state, chunk.get(i), next);
      if (chunk.get(i).terminator() instanceof Terminator.Never && state.isEmpty()) {
        // What it waits for always throws.
        state.add("throw $L.illegalState();\n", own.frame());
      }
      code.add("case $L:", order.number(chunk.get(i)));
      code.add(instructions.declares() ? " {\n$>" : "\n$>").add(state.build());
      code.add(instructions.declares() ? "$<}\n" : "$<");
    }
    return code.build();
  }

  /** The only state, where there is but one and nothing comes back to it. */
  CodeBlock single() {
    CodeBlock.Builder code = CodeBlock.builder();
    block(code, graph.entry(), null);
    return code.build();
  }

  private void block(CodeBlock.Builder code, Block block, @Nullable Block next) {
    current = block;
    int first = instructions.inlineAwaited(block, liveness) ? 1 : 0;
    instructions.enterScope();
    for (int i = first; i < block.instructions().size(); i++) {
      instructions.write(code, block.instructions().get(i), liveness.uses(block).get(i));
    }
    instructions.copies(code, liveness.uses(block).get(block.instructions().size()));
    end(code, block, next);
    instructions.leaveScope();
  }

  private void end(CodeBlock.Builder code, Block block, @Nullable Block next) {
    Terminator end = block.terminator();
    if (end instanceof Terminator.Goto go) {
      go(code, block, go.target(), next);
    } else if (end instanceof Terminator.Branch branch) {
      branch(code, block, branch, next);
    } else if (end instanceof Terminator.Switch choice) {
      choose(code, block, choice);
    } else if (end instanceof Terminator.Dispatch dispatch) {
      dispatch(code, block, dispatch);
    } else if (end instanceof Terminator.Await await) {
      await(code, block, await, next);
    } else if (end instanceof Terminator.Emit emit) {
      emit(code, block, emit);
    } else if (!(end instanceof Terminator.Never)) {
      instructions.mark(code, value(end));
      code.add("$L\n", leaving(end));
    }
  }

  private static @Nullable Code value(Terminator end) {
    if (end instanceof Terminator.Return done) {
      return done.value();
    }
    if (end instanceof Terminator.Tail tail) {
      return tail.value();
    }
    return end instanceof Terminator.Throw thrown ? thrown.value() : null;
  }

  private CodeBlock leaving(Terminator end) {
    if (end instanceof Terminator.Return done) {
      return done.value() == null
          ? CodeBlock.of("return null;")
          : CodeBlock.of("return $L;", instructions.returned(done.value()));
    }
    if (end instanceof Terminator.Tail tail) {
      return CodeBlock.of(
          "return $L.tail($L, $L);", own.execution(), renderer.code(tail.value()), own.frame());
    }
    if (end instanceof Terminator.Throw thrown) {
      return CodeBlock.of("throw $L;", renderer.code(thrown.value()));
    }
    throw new IllegalStateException("not a way out: " + end);
  }

  private void go(CodeBlock.Builder code, Block from, Block to, @Nullable Block next) {
    if (chunks.crosses(from, to)) {
      code.add("$L\n", crossing(from, to));
    } else if (placement.parent(to) == from) {
      block(code, to, next);
    } else if (to == next) {
      if (to.region() != from.region()) {
        code.add("$L = $L;\n", own.state(), order.number(to));
        jumped = true;
      }
    } else {
      code.add("$L\n", jump(to, false));
    }
  }

  /** Goes on in another of the methods of this body. */
  private CodeBlock crossing(Block from, Block to) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (from.terminator() instanceof Terminator.Await) {
      code.add("$L.$L = $L;\n", own.frame(), FrameFields.CARRIED, own.awaited());
    }
    code.add(fields.save(own.frame(), from, to, order.number(to)));
    return code.add("return $L.CONTINUED;", machine()).build();
  }

  private CodeBlock jump(Block to, boolean nested) {
    jumped = true;
    labelled |= nested;
    return nested
        ? CodeBlock.of("$L = $L;\ncontinue $L;", own.state(), order.number(to), own.label())
        : CodeBlock.of("$L = $L;\ncontinue;", own.state(), order.number(to));
  }

  private void branch(
      CodeBlock.Builder code, Block block, Terminator.Branch branch, @Nullable Block next) {
    CodeBlock condition = renderer.code(branch.condition());
    instructions.mayBind(branch.condition());
    boolean turned = placement.isTurned(block, branch);
    boolean tight = renderer.isCast(branch.condition()) || !renderer.isLoose(branch.condition());
    String negation = tight ? "if (!$L) {\n$>" : "if (!($L)) {\n$>";
    instructions.mark(code, branch.condition());
    code.add(turned ? negation : "if ($L) {\n$>", condition);
    Block inner = turned ? branch.otherwise() : branch.then();
    instructions.bind(code, turned ? branch.whenFalse() : branch.whenTrue());
    go(code, block, inner, null);
    code.add("$<}\n");
    instructions.bind(code, turned ? branch.whenTrue() : branch.whenFalse());
    go(code, block, turned ? branch.then() : branch.otherwise(), next);
  }

  private void choose(CodeBlock.Builder code, Block block, Terminator.Switch choice) {
    instructions.mark(code, choice.selector());
    code.add("switch ($L) {\n$>", renderer.code(choice.selector()));
    for (Terminator.Arm arm : choice.arms()) {
      code.add("$L: {\n$>", instructions.label(arm));
      instructions.bind(code, arm.bindings());
      go(code, block, arm.target(), null);
      code.add("$<}\n");
    }
    if (choice.otherwise() != null) {
      code.add("default: {\n$>");
      go(code, block, choice.otherwise(), null);
      code.add("$<}\n");
    } else if (!choice.arms().isEmpty() && asksForDefault(choice.arms().get(0))) {
      code.add("default:\n$>throw $L;\n$<", renderer.code(Choices.unmatched(renderer.typed())));
    }
    code.add("$<}\n");
  }

  private boolean asksForDefault(Terminator.Arm arm) {
    Tree choice = renderer.typed().parent(arm.tree());
    return renderer.surroundings().hidden().cases().asksForDefault(renderer.typed(), choice);
  }

  private void dispatch(CodeBlock.Builder code, Block block, Terminator.Dispatch dispatch) {
    code.add("switch ($L) {\n$>", dispatch.selector().name());
    List<Block> targets = dispatch.targets();
    for (int i = 0; i < targets.size(); i++) {
      boolean last = i == targets.size() - 1;
      code.add(last ? "default: {\n$>" : "case " + (i + 1) + ": {\n$>");
      go(code, block, targets.get(i), null);
      code.add("$<}\n");
    }
    code.add("$<}\n");
  }

  private void await(
      CodeBlock.Builder code, Block block, Terminator.Await await, @Nullable Block next) {
    code.add("// line $L\n", await.line());
    instructions.mark(code, await.line());
    code.add("$L = $L;\n", own.awaited(), instructions.awaiting(await.awaitable()));
    code.add("if ($L == $L.SUSPENDED) {\n$>", own.awaited(), machine());
    code.add(fields.save(own.frame(), block, await.resume(), order.number(await.resume())));
    code.add("return $L.SUSPENDED;\n$<}\n", machine());
    go(code, block, await.resume(), next);
  }

  private void emit(CodeBlock.Builder code, Block block, Terminator.Emit emit) {
    code.add("// line $L\n", emit.line());
    instructions.mark(code, emit.line());
    code.add("$L.emit($L);\n", own.frame(), renderer.code(emit.value()));
    code.add(fields.save(own.frame(), block, emit.resume(), order.number(emit.resume())));
    code.add("return $L.EMITTED;\n", machine());
  }

  /** A jump out of a kept statement, without the end of its last line. */
  private CodeBlock exit(Exit exit) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Instruction.Assign setting : exit.settings()) {
      code.add("$L = $L;\n", renderer.target(setting.local()), renderer.code(setting.value()));
    }
    if (exit.left()) {
      return code.add("break $L;", own.left()).build();
    }
    if (!(exit.end() instanceof Terminator.Goto go)) {
      return code.add(leaving(exit.end())).build();
    }
    boolean crosses = chunks.crosses(current, go.target());
    return code.add(crosses ? crossing(current, go.target()) : jump(go.target(), true)).build();
  }

  /** Where exceptions of each region go; empty where there are no regions. */
  CodeBlock handlers() {
    String thrown = own.thrown();
    Map<Region, List<Block>> byRegion = new LinkedHashMap<>();
    for (Block state : chunk) {
      Region region = state.region();
      if (region != null) {
        byRegion.computeIfAbsent(region, r -> new ArrayList<>()).add(state);
      }
    }
    CodeBlock.Builder code = CodeBlock.builder();
    for (Map.Entry<Region, List<Block>> entry : byRegion.entrySet()) {
      Region region = entry.getKey();
      List<String> numbers = new ArrayList<>();
      entry.getValue().forEach(state -> numbers.add(String.valueOf(order.number(state))));
      code.add("case $L -> {\n$>", String.join(", ", numbers));
      if (chunks.crosses(chunk.get(0), region.handler())) {
        code.add(
            fields.saveThrown(
                own.frame(), thrown, region, within(region), order.number(region.handler())));
        code.add("return $L.CONTINUED;\n$<}\n", machine());
      } else {
        code.add("$L = $L;\n", region.caught().name(), thrown);
        code.add("$L = $L;\n$<}\n", own.state(), order.number(region.handler()));
      }
    }
    return code.build();
  }

  private CodeBlock machine() {
    return renderer.surroundings().scope().receiver(RuntimeNames.MACHINE_BASE);
  }

  /** The blocks of a region that are written in this method. */
  private List<Block> within(Region region) {
    return graph.blocks().stream()
        .filter(block -> block.region() == region && !chunks.crosses(block, chunk.get(0)))
        .toList();
  }
}
