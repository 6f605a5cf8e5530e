package dev.fermata.processor.lowering;

import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.graph.Sizes;
import dev.fermata.processor.graph.Terminator;
import dev.fermata.processor.model.BodyKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The state of lowering one body: the block that is being filled, the region around it, and where
 * jumps go. The rules for each construct are in classes of their own.
 *
 * <p>In: an attributed body. Out: a {@link Graph}. What contains no suspension stays the user's
 * text; the rest becomes instructions in Java's order of evaluation.
 */
final class Lowering {
  /** A place to jump to, and how many {@link Leaving}s are around it. */
  record Target(Block block, int depth) {}

  /**
   * A {@code finally} in the making: jumps that leave it set {@code exit} to their number and go to
   * its entry; there, {@code failure} is null for them.
   */
  static final class Leaving {
    private final Block entry;
    private final Local exit;
    private final Local failure;
    private final List<Target> targets = new ArrayList<>();

    Leaving(Block entry, Local exit, Local failure) {
      this.entry = entry;
      this.exit = exit;
      this.failure = failure;
    }

    List<Target> targets() {
      return targets;
    }

    private int number(Target target) {
      int index = targets.indexOf(target);
      if (index < 0) {
        targets.add(target);
        index = targets.size() - 1;
      }
      return index + 1;
    }
  }

  private final Typed typed;
  private final Graph graph = new Graph();
  private final Tree body;
  private final BodyKind kind;
  private final Jumps jumps;
  private final Marks marks;
  private final Expressions expressions;
  private final Statements statements;
  private final Exits exits;
  private final Sizes sizes = new Sizes();
  private final Deque<Leaving> leavings = new ArrayDeque<>();
  private final IdentityHashMap<Tree, Target> breaks = new IdentityHashMap<>();
  private final IdentityHashMap<Tree, Target> continues = new IdentityHashMap<>();
  private Block current;
  private @Nullable Region region;

  Lowering(Typed typed, Tree body, BodyKind kind, TypeMirror result) {
    this.typed = typed;
    this.body = body;
    this.kind = kind;
    this.jumps = new Jumps(body);
    this.marks = new Marks(typed, body, jumps);
    this.current = graph.entry();
    this.expressions = new Expressions(this);
    this.exits = new Exits(this, result);
    this.statements = new Statements(this);
  }

  Typed typed() {
    return typed;
  }

  Graph graph() {
    return graph;
  }

  Tree body() {
    return body;
  }

  BodyKind kind() {
    return kind;
  }

  Jumps jumps() {
    return jumps;
  }

  Marks marks() {
    return marks;
  }

  Expressions expressions() {
    return expressions;
  }

  Statements statements() {
    return statements;
  }

  Sizes sizes() {
    return sizes;
  }

  Exits exits() {
    return exits;
  }

  // --- blocks ---

  Block current() {
    return current;
  }

  /** A new block in the region of now. */
  Block block() {
    return graph.block(region);
  }

  void add(Instruction instruction) {
    current.instructions().add(instruction);
  }

  void assign(Local local, Code value) {
    add(new Instruction.Assign(local, value));
  }

  /** Ends the current block; what follows is unreachable until a block is begun. */
  void end(Terminator terminator) {
    current.terminate(terminator);
    current = block();
  }

  /** Goes to {@code target}, and begins it. */
  void flowInto(Block target) {
    current.terminate(new Terminator.Goto(target));
    current = target;
  }

  void begin(Block block) {
    current = block;
  }

  /** Seals the last block, which nothing reaches. */
  void seal() {
    if (!current.terminated()) {
      current.terminate(new Terminator.Never(List.of()));
    }
    for (Block block : graph.blocks()) {
      if (!block.terminated()) {
        block.terminate(new Terminator.Never(List.of()));
      }
    }
  }

  // --- regions ---

  @Nullable Region region() {
    return region;
  }

  /** Makes {@code inner} the region of the blocks made from now on; returns the one before. */
  @Nullable Region enter(@Nullable Region inner) {
    Region before = region;
    region = inner;
    return before;
  }

  // --- jumps ---

  Target target(Block block) {
    return new Target(block, leavings.size());
  }

  void push(Leaving leaving) {
    leavings.push(leaving);
  }

  void pop() {
    leavings.pop();
  }

  void breakTo(Tree statement, Target target) {
    breaks.put(statement, target);
  }

  void continueTo(Tree loop, Target target) {
    continues.put(loop, target);
  }

  @Nullable Target breakTarget(Tree statement) {
    return breaks.get(statement);
  }

  @Nullable Target continueTarget(Tree loop) {
    return continues.get(loop);
  }

  /**
   * How to go to {@code target} from here: at once, or through the innermost {@code finally} in
   * between.
   */
  Exit exitTo(Target target) {
    if (leavings.size() > target.depth()) {
      Leaving innermost = leavings.getFirst();
      Code number = Code.of(String.valueOf(innermost.number(target)));
      return new Exit(
          List.of(
              new Instruction.Assign(innermost.exit, number),
              new Instruction.Assign(innermost.failure, Code.of("null"))),
          new Terminator.Goto(innermost.entry));
    }
    return new Exit(List.of(), new Terminator.Goto(target.block()));
  }

  /** Carries out an exit at the end of the current block. */
  void take(Exit exit) {
    exit.settings().forEach(this::add);
    end(exit.end());
  }

  void jump(Target target) {
    take(exitTo(target));
  }

  /** Records that a statement kept in the current block may leave it as {@code exit} says. */
  void record(Tree jump, Exit exit) {
    graph.exits().put(jump, exit);
    current.jumps().addAll(exit.end().successors());
  }

  // --- locals ---

  Local temporary(String wanted, TypeMirror type) {
    return graph.temporary(wanted, type);
  }

  /** The local of a variable of the body, made where it is first met. */
  Local local(Tree declaration) {
    VariableElement element = (VariableElement) typed.element(declaration);
    if (element == null) {
      throw new Untransformable(declaration, "this variable has no symbol");
    }
    Local known = graph.local(element);
    return known != null ? known : graph.declare(Local.Kind.USER, element, element.asType());
  }

  TypeMirror type(String name) {
    return typed.elements().getTypeElement(name).asType();
  }

  /** Lowers a statement. */
  void statement(StatementTree tree) {
    statements.lower(tree);
  }
}
