package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.FieldState;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Layout;
import dev.fermata.processor.graph.Liveness;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.graph.Uses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The fields of a frame: which there are, what a suspension stores in them and what it clears.
 *
 * <p>A field holds what its local held at the last suspension, so one that has not been written
 * since needs no storing; one whose local is dead is cleared, so that a suspended frame keeps alive
 * only what it will still use.
 */
final class FrameFields {
  /** Takes what was awaited along from one of the methods of a large body to another. */
  static final String CARRIED = "awaited$";

  private final Graph graph;
  private final Liveness liveness;
  private final Set<Local> mentioned = new LinkedHashSet<>();
  private final Set<Local> written = new LinkedHashSet<>();
  private final List<Local> fields = new ArrayList<>();
  private final Map<Local, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Denotable denotable;
  private final FieldState state;

  /**
   * @param inherited the names of the fields that the machine has
   */
  FrameFields(Layout layout, Denotable denotable, Set<String> inherited) {
    taken.addAll(inherited);
    taken.add(CARRIED);
    this.graph = layout.graph();
    this.liveness = layout.liveness();
    this.denotable = denotable;
    this.state = new FieldState(graph, liveness, layout.chunks());
    for (Block block : graph.blocks()) {
      mentioned.addAll(mentioned(block));
      for (Uses uses : liveness.uses(block)) {
        written.addAll(uses.writes());
        written.addAll(uses.binds());
      }
      if (block.region() != null) {
        written.add(block.region().caught());
      }
    }
    for (Local local : graph.locals()) {
      if (mentioned.contains(local) && (local.inFrame() || local.kind() == Local.Kind.PARAMETER)) {
        fields.add(local);
      }
    }
  }

  /** The locals that a block knows of. */
  Set<Local> mentioned(Block block) {
    Set<Local> known = new LinkedHashSet<>();
    liveness.uses(block).forEach(uses -> known.addAll(uses.all()));
    if (block.region() != null) {
      known.add(block.region().caught());
    }
    for (Instruction instruction : block.instructions()) {
      if (instruction instanceof Instruction.Declare declare) {
        known.add(declare.local());
      }
    }
    return known;
  }

  /** The locals that the step method knows of. */
  Set<Local> mentioned() {
    return mentioned;
  }

  /** The locals that the step method sets. */
  Set<Local> written() {
    return written;
  }

  /** The locals with a field, parameters first. */
  List<Local> fields() {
    return fields;
  }

  /**
   * The name of a field, which is that of its local unless the machine has a field of that name. It
   * is asked for when all locals have their names.
   */
  String name(Local local) {
    if (names.isEmpty()) {
      for (Local field : fields) {
        String name = field.name();
        while (!taken.add(name)) {
          name += "$";
        }
        names.put(field, name);
      }
    }
    return Objects.requireNonNull(names.get(local));
  }

  /** The type of a field. */
  TypeName type(Local local) {
    return denotable.name(local);
  }

  /** What stands between the discovery that a body must wait and its return. */
  CodeBlock save(String frame, Block from, Block resume, int number) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$L.state = $L;\n", frame, number);
    Set<Local> live = liveness.liveAcross(resume);
    for (Local local : fields) {
      boolean primitive = local.type().getKind().isPrimitive();
      if (live.contains(local)) {
        if (state.isChanged(from, local)) {
          code.add("$L.$L = $L;\n", frame, name(local), local.name());
        }
      } else if (!primitive && state.isHeld(from, local)) {
        code.add("$L.$L = null;\n", frame, name(local));
      }
    }
    return code.build();
  }

  /** What is stored when an exception goes to a handler in another of the methods of a body. */
  CodeBlock saveThrown(
      String frame, String thrown, Region region, List<Block> thrower, int number) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$L.state = $L;\n", frame, number);
    Set<Local> live = liveness.liveAcross(region.handler());
    for (Local local : fields) {
      if (local == region.caught() && live.contains(local)) {
        code.add("$L.$L = $L;\n", frame, name(local), thrown);
      } else if (live.contains(local)
          && thrower.stream().anyMatch(block -> state.isChanged(block, local))) {
        code.add("$L.$L = $L;\n", frame, name(local), local.name());
      } else if (!live.contains(local)
          && !local.type().getKind().isPrimitive()
          && thrower.stream().anyMatch(block -> state.isHeld(block, local))) {
        code.add("$L.$L = null;\n", frame, name(local));
      }
    }
    return code.build();
  }
}
