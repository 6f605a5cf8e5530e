package dev.fermata.processor.graph;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Which locals one instruction or terminator reads, writes, binds and captures. */
public final class Uses extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Graph graph;
  private final Function<Tree, @Nullable Element> elements;
  private final Set<Local> reads = new LinkedHashSet<>();
  private final Set<Local> writes = new LinkedHashSet<>();
  private final Set<Local> kills = new LinkedHashSet<>();
  private final Set<Local> binds = new LinkedHashSet<>();
  private final Set<Local> captures = new LinkedHashSet<>();
  private final Set<Element> classes = new LinkedHashSet<>();
  private final List<Exit> exits = new ArrayList<>();
  private @Nullable Tree original;
  private int nested;

  private Uses(Graph graph, Function<Tree, @Nullable Element> elements) {
    this.graph = graph;
    this.elements = elements;
  }

  static Uses of(Graph graph, Function<Tree, @Nullable Element> elements, Instruction instruction) {
    Uses uses = new Uses(graph, elements);
    uses.instruction(instruction);
    return uses;
  }

  static Uses of(Graph graph, Function<Tree, @Nullable Element> elements, Terminator terminator) {
    Uses uses = new Uses(graph, elements);
    uses.terminator(terminator);
    return uses;
  }

  /** Of a single piece of code. */
  public static Uses of(Graph graph, Function<Tree, @Nullable Element> elements, Code code) {
    Uses uses = new Uses(graph, elements);
    uses.code(code);
    return uses;
  }

  /** The locals whose value on entry matters. */
  public Set<Local> reads() {
    Set<Local> exposed = new LinkedHashSet<>(reads);
    exposed.removeAll(binds);
    return exposed;
  }

  /** All locals that are written, perhaps. */
  public Set<Local> writes() {
    return writes;
  }

  /** The locals that are certainly written, whatever they were before. */
  public Set<Local> kills() {
    return kills;
  }

  /** The pattern variables that are bound inside. */
  public Set<Local> binds() {
    return binds;
  }

  /** The locals from outside that a lambda, class or guard inside refers to. */
  public Set<Local> captures() {
    Set<Local> outer = new LinkedHashSet<>(captures);
    outer.removeAll(binds);
    return outer;
  }

  /** The ways out of a kept statement. */
  public List<Exit> exits() {
    return exits;
  }

  /** The local classes that are named. */
  public Set<Element> classes() {
    return classes;
  }

  /** All locals that are mentioned in any way. */
  public Set<Local> all() {
    Set<Local> all = new LinkedHashSet<>(reads);
    all.addAll(writes);
    all.addAll(binds);
    return all;
  }

  private void instruction(Instruction instruction) {
    if (instruction instanceof Instruction.Statement statement) {
      scan(statement.tree(), null);
      if (statement.tree() instanceof ExpressionStatementTree expression
          && expression.getExpression() instanceof AssignmentTree assignment) {
        kill(assignment.getVariable());
      }
    } else if (instruction instanceof Instruction.LocalClass type) {
      scan(type.tree(), null);
    } else if (instruction instanceof Instruction.Declare declare) {
      scan(declare.tree().getType(), null);
      if (declare.value() != null) {
        code(declare.value());
      }
      write(declare.local());
    } else if (instruction instanceof Instruction.Assign assign) {
      code(assign.value());
      write(assign.local());
    } else if (instruction instanceof Instruction.Evaluate evaluate) {
      code(evaluate.expression());
      if (evaluate.expression() instanceof Code.Source source
          && source.tree() instanceof AssignmentTree assignment) {
        kill(assignment.getVariable());
      }
    }
  }

  private void kill(Tree target) {
    Local local = local(target);
    if (local != null) {
      kills.add(local);
    }
  }

  private void write(Local local) {
    writes.add(local);
    kills.add(local);
  }

  private void terminator(Terminator terminator) {
    if (terminator instanceof Terminator.Branch branch) {
      code(branch.condition());
    } else if (terminator instanceof Terminator.Switch choice) {
      code(choice.selector());
      for (Terminator.Arm arm : choice.arms()) {
        binds.addAll(arm.bindings());
        label(arm);
      }
    } else if (terminator instanceof Terminator.Dispatch dispatch) {
      reads.add(dispatch.selector());
    } else if (terminator instanceof Terminator.Await await) {
      code(await.awaitable());
    } else if (terminator instanceof Terminator.Emit emit) {
      code(emit.value());
    } else if (terminator instanceof Terminator.Return end && end.value() != null) {
      code(end.value());
    } else if (terminator instanceof Terminator.Tail tail) {
      code(tail.value());
    } else if (terminator instanceof Terminator.Throw thrown) {
      code(thrown.value());
    }
  }

  /** The labels and guard of an arm, without its body. */
  private void label(Terminator.Arm arm) {
    scan(Cases.labels(arm.tree()), null);
    if (arm.reached() != null) {
      reads.add(arm.reached().from());
      captures.add(arm.reached().from());
    }
    if (!arm.dropGuard()) {
      guard(arm.tree());
    }
  }

  /** A guard may refer to the variables that a lambda may refer to (JLS 14.11.1). */
  private void guard(CaseTree tree) {
    nested++;
    scan(Cases.guard(tree), null);
    nested--;
  }

  private void code(Code code) {
    if (code instanceof Code.Source source) {
      scan(source.tree(), null);
    } else if (code instanceof Code.Original kept) {
      Tree before = original;
      original = kept.tree();
      scan(kept.tree(), null);
      original = before;
    } else if (code instanceof Code.Use use) {
      use(use.local());
    } else if (code instanceof Code.NewScope made) {
      made.lifted().captured().forEach(this::use);
    } else if (code instanceof Code.Awaited awaited) {
      classes.addAll(MentionedTypes.in(awaited.type()));
    } else if (code instanceof Code.IsInstance test) {
      code(test.value());
      classes.addAll(MentionedTypes.in(test.type()));
    } else if (code instanceof Code.ClassLiteral literal) {
      classes.addAll(MentionedTypes.in(literal.type()));
    } else if (code instanceof Code.Operand operand) {
      code(operand.code());
    } else if (code instanceof Code.Store store) {
      target(store.target(), false);
      code(store.value());
    } else if (code instanceof Code.Template template) {
      for (Object argument : template.arguments()) {
        if (argument instanceof Code inner) {
          code(inner);
        } else if (argument instanceof TypeMirror type) {
          classes.addAll(MentionedTypes.in(type));
        }
      }
    }
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
    if (tree == null) {
      return null;
    }
    Code replacement = tree == original ? null : graph.replacements().get(tree);
    if (replacement != null) {
      code(replacement);
      return null;
    }
    Exit exit = graph.exits().get(tree);
    if (exit != null) {
      exit.settings().forEach(this::instruction);
      kills.clear();
      terminator(exit.end());
      exits.add(exit);
      return null;
    }
    return super.scan(tree, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void p) {
    Local local = local(tree);
    if (local != null) {
      use(local);
    }
    Element element = elements.apply(tree);
    if (element != null && (element.getKind().isClass() || element.getKind().isInterface())) {
      classes.add(element);
    }
    return null;
  }

  /** A variable that is a resource has to be final, or as good as that (JLS 14.20.3). */
  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void p) {
    for (Tree resource : tree.getResources()) {
      nested += resource instanceof ExpressionTree ? 1 : 0;
      scan(resource, null);
      nested -= resource instanceof ExpressionTree ? 1 : 0;
    }
    scan(tree.getBlock(), null);
    scan(tree.getCatches(), null);
    return scan(tree.getFinallyBlock(), null);
  }

  /** Whoever creates an instance of a lifted class, or extends it, needs its scope. */
  private void scope(@Nullable Tree type) {
    Tree named = type instanceof ParameterizedTypeTree generic ? generic.getType() : type;
    Local scope = named == null ? null : graph.scope(graph.lifted().of(elements.apply(named)));
    if (scope != null) {
      use(scope);
    }
  }

  private void use(Local local) {
    reads.add(local);
    if (nested > 0) {
      captures.add(local);
    }
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
    if (tree.getClassBody() != null) {
      LiftedClass anonymous = graph.lifted().of(elements.apply(tree.getClassBody()));
      Local scope = graph.scope(anonymous);
      if (scope != null) {
        use(scope);
        return scan(tree.getArguments(), null);
      }
    }
    scope(tree.getIdentifier());
    return super.visitNewClass(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void p) {
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      nested++;
      scope(tree.getQualifierExpression());
      nested--;
    }
    return super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void p) {
    target(tree.getVariable(), false);
    scan(tree.getExpression(), null);
    return null;
  }

  @Override
  public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void p) {
    target(tree.getVariable(), true);
    scan(tree.getExpression(), null);
    return null;
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void p) {
    if (local(tree.getExpression()) != null) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            target(tree.getExpression(), true);
        default -> scan(tree.getExpression(), null);
      }
      return null;
    }
    return super.visitUnary(tree, null);
  }

  private void target(Tree tree, boolean alsoRead) {
    Local local = local(tree);
    if (local == null) {
      scan(tree, null);
      return;
    }
    writes.add(local);
    if (alsoRead) {
      reads.add(local);
    }
  }

  private @Nullable Local local(Tree tree) {
    Tree inner = tree;
    while (inner instanceof ParenthesizedTree parentheses) {
      inner = parentheses.getExpression();
    }
    return inner instanceof IdentifierTree ? graph.local(elements.apply(inner)) : null;
  }

  @Override
  public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void p) {
    Local local = graph.local(elements.apply(tree.getVariable()));
    if (local != null) {
      binds.add(local);
    }
    return super.visitBindingPattern(tree, null);
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void p) {
    scan(Cases.labels(tree), null);
    guard(tree);
    scan(tree.getStatements(), null);
    if (Cases.isArrow(tree)) {
      scan(tree.getBody(), null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
    nested++;
    super.visitLambdaExpression(tree, null);
    nested--;
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    nested++;
    scope(tree.getExtendsClause());
    super.visitClass(tree, null);
    nested--;
    return null;
  }
}
