package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Cases;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Liveness;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Terminator;
import dev.fermata.processor.graph.Uses;
import dev.fermata.processor.lowering.Bindings;
import dev.fermata.processor.lowering.Completion;
import dev.fermata.processor.writing.SourceLines;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import org.jspecify.annotations.Nullable;

/** Writes the instructions of a block. */
final class InstructionWriter {
  private final Renderer renderer;
  private final Completion completion;
  private final Captures captures;
  private final Set<Local> constants;
  private final String description;
  private final StepWriter.Own own;
  private final TargetTyping targets;
  private final Deque<List<Local>> scopes = new ArrayDeque<>();
  private boolean declares;

  InstructionWriter(
      Renderer renderer,
      Completion completion,
      Captures captures,
      Set<Local> constants,
      String description,
      StepWriter.Own own) {
    this.renderer = renderer;
    this.completion = completion;
    this.captures = captures;
    this.constants = constants;
    this.description = description;
    this.own = own;
    this.targets = new TargetTyping(renderer.typed());
  }

  /** Marks what is written next with its line in the user's file. */
  void mark(CodeBlock.Builder code, Tree tree) {
    mark(code, renderer.typed().line(tree));
  }

  /** Marks what is written next with its line in the user's file. */
  void mark(CodeBlock.Builder code, int line) {
    code.add(SourceLines.mark(description, line));
  }

  /** Marks what is written next with the line of {@code value}, if it is of the user's file. */
  void mark(CodeBlock.Builder code, @Nullable Code value) {
    Tree tree = treeOf(value);
    if (tree != null) {
      mark(code, tree);
    }
  }

  private static @Nullable Tree treeOf(@Nullable Object value) {
    if (value instanceof Code.Source source) {
      return source.tree();
    }
    if (value instanceof Code.Original original) {
      return original.tree();
    }
    if (value instanceof Code.Store store) {
      return store.target();
    }
    return value instanceof Code.Template template
        ? template.arguments().stream()
            .map(InstructionWriter::treeOf)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null)
        : null;
  }

  /** What is written from here on belongs to another state. */
  void startState() {
    declares = false;
  }

  /** Whether the state declares something, so that it needs braces of its own. */
  boolean declares() {
    return declares;
  }

  /** Takes note of a condition, whose pattern variables may be in scope after its statement. */
  void mayBind(Code condition) {
    if (condition instanceof Code.Source source) {
      mayBind(source.tree());
    } else if (condition instanceof Code.Template template) {
      for (Object argument : template.arguments()) {
        if (argument instanceof Code inner) {
          mayBind(inner);
        }
      }
    }
  }

  private void mayBind(Tree tree) {
    declares |= renderer.typed().text(tree).contains("instanceof");
  }

  void enterScope() {
    scopes.push(new ArrayList<>());
  }

  void leaveScope() {
    scopes.pop().forEach(renderer::endCopy);
  }

  /**
   * Final copies of the hoisted locals that lambdas and classes in what follows refer to. A local
   * that is set there as well has not been set before, or it would not be effectively final; its
   * copy is set together with it.
   */
  void copies(CodeBlock.Builder code, Uses uses) {
    for (Local local : uses.captures()) {
      if (captures.needsCopy(local) && renderer.copyOf(local) == null) {
        String copy = captures.copyName(local);
        declares = true;
        code.add("final $T $L", renderer.type(local), copy);
        boolean setThere = uses.writes().contains(local);
        code.add(
            setThere ? ";\n" : " = $L;\n", setThere ? new Object[0] : new Object[] {local.name()});
        renderer.copy(local, copy, setThere);
        scopes.getFirst().add(local);
      }
    }
  }

  void write(CodeBlock.Builder code, Instruction instruction, Uses uses) {
    if (instruction instanceof Instruction.Remark remark) {
      code.add("$L\n", remark.text());
      return;
    }
    copies(code, uses);
    if (instruction instanceof Instruction.Statement statement) {
      statement(code, statement.tree(), uses);
      return;
    }
    if (instruction instanceof Instruction.LocalClass type) {
      declares = true;
      code.add("$L\n", renderer.text(type.tree()));
    } else if (instruction instanceof Instruction.Declare declare) {
      declare(code, declare);
    } else if (instruction instanceof Instruction.Assign assign) {
      assign(code, assign);
    } else if (instruction instanceof Instruction.Evaluate evaluate) {
      mark(code, evaluate.expression());
      code.add("$L;\n", renderer.code(evaluate.expression()));
    }
    bind(code, new ArrayList<>(uses.binds()));
  }

  private void statement(CodeBlock.Builder code, StatementTree tree, Uses uses) {
    mayBind(tree);
    boolean ended =
        renderer.typed().text(tree).endsWith(";") || renderer.typed().text(tree).endsWith("}");
    mark(code, tree);
    if (uses.exits().stream().anyMatch(Exit::left)) {
      code.add("$L:\n", own.left());
    }
    code.add(ended ? "$L\n" : "$L;\n", renderer.text(tree));
    bind(code, new Bindings(renderer.typed(), renderer.graph()).after(tree, completion));
  }

  private void declare(CodeBlock.Builder code, Instruction.Declare declare) {
    Local local = declare.local();
    if (constants.contains(local)) {
      return;
    }
    Code value = declare.value();
    if (local.hoisted()) {
      if (value != null) {
        mark(code, value);
        code.add("$L = $L;\n", renderer.target(local), stored(local, value));
      }
      return;
    }
    declares = true;
    VariableTree tree = declare.tree();
    if (isAsWritten(tree, value)) {
      mark(code, tree);
      code.add("$L\n", renderer.text(tree));
      return;
    }
    mark(code, value);
    boolean isFinal = tree.getModifiers().getFlags().contains(Modifier.FINAL);
    code.add(isFinal ? "final $L $L" : "$L $L", declared(local), local.name());
    code.add(
        value == null ? ";\n" : " = $L;\n",
        value == null ? new Object[0] : new Object[] {renderer.code(value)});
  }

  /**
   * Whether the declaration can be written as it stands: alone in its statement, with its own
   * initialiser.
   */
  private boolean isAsWritten(VariableTree tree, @Nullable Code value) {
    ExpressionTree initializer = tree.getInitializer();
    boolean own =
        initializer == null
            ? value == null
            : value instanceof Code.Source || value instanceof Code.Template;
    Tree parent = renderer.typed().parent(tree);
    if (!own
        || !(parent instanceof BlockTree block)
        || !renderer.typed().text(tree).endsWith(";")) {
      return false;
    }
    long declarators =
        block.getStatements().stream()
            .filter(s -> renderer.typed().start(s) == renderer.typed().start(tree))
            .count();
    return declarators == 1;
  }

  private void assign(CodeBlock.Builder code, Instruction.Assign assign) {
    Local local = assign.local();
    mark(code, assign.value());
    if (local.hoisted()) {
      code.add("$L = $L;\n", renderer.target(local), stored(local, assign.value()));
    } else {
      declares = true;
      code.add("$L $L = $L;\n", declared(local), local.name(), renderer.code(assign.value()));
    }
  }

  private CodeBlock stored(Local local, Code value) {
    Intersections intersections = renderer.surroundings().hidden().intersections();
    return intersections.stored(renderer, local.type(), renderer.code(value));
  }

  /**
   * The type that a local is declared with; those of several parts and without a name are inferred.
   */
  private CodeBlock declared(Local local) {
    boolean hasName =
        !(local.type() instanceof IntersectionType)
            && !renderer.surroundings().hidden().intersections().mentions(local.type())
            && !(local.type() instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement type
                && type.getNestingKind() == NestingKind.ANONYMOUS);
    return !hasName ? CodeBlock.of("var") : CodeBlock.of("$T", renderer.type(local));
  }

  /** Copies pattern variables that outlive the test to where they live. */
  void bind(CodeBlock.Builder code, List<Local> locals) {
    for (Local local : locals) {
      if (local.hoisted() && !local.unnamed()) {
        HiddenBindings bindings = renderer.surroundings().hidden().bindings();
        CodeBlock value = bindings.value(local.element(), renderer.bound(local));
        code.add("$L = $L;\n", local.name(), value);
      }
    }
  }

  /** The labels of an arm, as the user wrote them. */
  CodeBlock label(Terminator.Arm arm) {
    List<? extends Tree> labels = Cases.labels(arm.tree());
    if (Cases.isDefault(arm.tree()) && labels.size() <= 1) {
      return CodeBlock.of("default");
    }
    Terminator.Reached reached = arm.reached();
    if (reached == null) {
      return renderer.label(arm.tree(), !arm.dropGuard(), null);
    }
    String copy = renderer.copyOf(reached.from());
    String from = copy == null ? reached.from().name() : copy;
    return renderer.label(
        arm.tree(), !arm.dropGuard(), CodeBlock.of("$L <= $L", from, reached.index()));
  }

  /**
   * What was awaited is used where the user wrote the await, if that is the first thing that the
   * resumed state does.
   *
   * @return whether the first instruction is no longer needed
   */
  boolean inlineAwaited(Block block, Liveness liveness) {
    if (block.instructions().isEmpty()
        || !(block.instructions().get(0) instanceof Instruction.Assign first)
        || !(first.value() instanceof Code.Awaited)
        || first.local().hoisted()) {
      return false;
    }
    int mentions = 0;
    for (int i = 1; i < liveness.uses(block).size(); i++) {
      mentions += liveness.uses(block).get(i).all().contains(first.local()) ? 1 : 0;
    }
    Uses next = liveness.uses(block).get(1);
    boolean kept =
        block.instructions().size() > 1
            && block.instructions().get(1) instanceof Instruction.Statement;
    if (mentions != 1
        || kept
        || !next.reads().contains(first.local())
        || next.captures().contains(first.local())) {
      return false;
    }
    renderer.inline(first.local(), first.value());
    return true;
  }

  /**
   * A value that the body completes with. Where a type has to be asked of it, it is an argument.
   */
  CodeBlock returned(Code value) {
    CodeBlock written = renderer.code(value);
    return asksForType(value) ? CodeBlock.of("$L.value($L)", own.frame(), written) : written;
  }

  /** What is awaited: the type of its value is given where it has to be asked for. */
  CodeBlock awaiting(Code awaitable) {
    CodeBlock type = CodeBlock.of("");
    if (asksForType(awaitable)
        && awaitable instanceof Code.Source source
        && renderer.typed().parent(source.tree()) instanceof MethodInvocationTree await) {
      type = CodeBlock.of("<$T>", renderer.type(renderer.typed().type(await)).box());
    }
    return CodeBlock.of(
        "$L.$Lawait($L, $L)", own.execution(), type, renderer.code(awaitable), own.frame());
  }

  private boolean asksForType(Code value) {
    return value instanceof Code.Source source
        && source.tree() instanceof ExpressionTree tree
        && renderer.replacement(tree) == null
        && targets.isNeeded(tree);
  }
}
