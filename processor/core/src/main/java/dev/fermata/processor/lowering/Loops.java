package dev.fermata.processor.lowering;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.WhileLoopTree;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Terminator;
import dev.fermata.processor.model.Word;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers loops that contain a suspension.
 *
 * <pre>{@code
 * while (c) S              =>  head: if (!c) goto after; S; goto head; after:
 * for (T x : iterable) S   =>  it = iterable.iterator(); head: if (!it.hasNext()) goto after; x = it.next(); S; goto head
 * for (T x : awaitEach(s)) =>  it = iterator(s); head: await it.moveNext(); …; x = it.current(); S; goto head,
 *                              and every way out but the end of the elements awaits leave(it)
 * }</pre>
 */
final class Loops {
  private final Lowering lowering;
  private final Conditions conditions;

  Loops(Lowering lowering, Conditions conditions) {
    this.lowering = lowering;
    this.conditions = conditions;
  }

  void lower(WhileLoopTree tree) {
    Block head = lowering.block();
    Block body = lowering.block();
    Block after = lowering.block();
    lowering.breakTo(tree, lowering.target(after));
    lowering.continueTo(tree, lowering.target(head));
    lowering.flowInto(head);
    conditions.lower(tree.getCondition(), body, after);
    lowering.begin(body);
    lowering.statements().body(tree.getStatement());
    lowering.end(new Terminator.Goto(head));
    lowering.begin(after);
  }

  void lower(DoWhileLoopTree tree) {
    Block body = lowering.block();
    Block test = lowering.block();
    Block after = lowering.block();
    lowering.breakTo(tree, lowering.target(after));
    lowering.continueTo(tree, lowering.target(test));
    lowering.flowInto(body);
    lowering.statements().body(tree.getStatement());
    lowering.flowInto(test);
    conditions.lower(tree.getCondition(), body, after);
    lowering.begin(after);
  }

  void lower(ForLoopTree tree) {
    lowering.statements().lower(tree.getInitializer());
    Block head = lowering.block();
    Block body = lowering.block();
    Block update = lowering.block();
    Block after = lowering.block();
    lowering.breakTo(tree, lowering.target(after));
    lowering.continueTo(tree, lowering.target(update));
    lowering.flowInto(head);
    ExpressionTree condition = tree.getCondition();
    if (condition == null) {
      lowering.end(new Terminator.Goto(body));
    } else {
      conditions.lower(condition, body, after);
    }
    lowering.begin(body);
    lowering.statements().body(tree.getStatement());
    lowering.flowInto(update);
    for (StatementTree step : tree.getUpdate()) {
      lowering.statement(step);
    }
    lowering.end(new Terminator.Goto(head));
    lowering.begin(after);
  }

  void lower(EnhancedForLoopTree tree) {
    ExpressionTree source = tree.getExpression();
    if (Words.isWord(lowering.typed(), source, Word.AWAIT_EACH)) {
      overAsync(tree);
    } else if (lowering.typed().type(source).getKind() == TypeKind.ARRAY) {
      overArray(tree);
    } else {
      overIterable(tree);
    }
  }

  private void overArray(EnhancedForLoopTree tree) {
    ExpressionTree source = tree.getExpression();
    lowering.expressions().ready(source);
    Local array = lowering.temporary("elements", lowering.typed().type(source));
    Local index =
        lowering.temporary("index", lowering.typed().types().getPrimitiveType(TypeKind.INT));
    lowering.assign(array, Code.source(source));
    lowering.assign(index, Code.of("0"));
    Code more = Code.of("$L < $L.length", Code.use(index), Code.use(array));
    Block update = lowering.block();
    around(
        tree,
        update,
        more,
        Code.of("$L[$L]", Code.use(array), Code.use(index)),
        () -> lowering.assign(index, Code.of("$L + 1", Code.use(index))));
  }

  private void overIterable(EnhancedForLoopTree tree) {
    ExpressionTree source = tree.getExpression();
    lowering.expressions().ready(source);
    TypeMirror element = argument(lowering.typed().type(source), "java.lang.Iterable");
    Local iterator = lowering.temporary("iterator", iterator("java.util.Iterator", element));
    lowering.assign(iterator, Code.of("$L.iterator()", Code.source(source)));
    around(
        tree,
        lowering.block(),
        Code.of("$L.hasNext()", Code.use(iterator)),
        element(tree, Code.of("$L.next()", Code.use(iterator)), element),
        () -> {});
  }

  /**
   * An iterator cannot be declared over a type of several parts; what the loop takes its elements
   * for is cast to.
   */
  private Code element(EnhancedForLoopTree tree, Code next, TypeMirror element) {
    return element instanceof IntersectionType
        ? Code.of("($L) $L", lowering.local(tree.getVariable()).type(), next)
        : next;
  }

  private void around(EnhancedForLoopTree tree, Block update, Code more, Code next, Runnable step) {
    Block head = lowering.block();
    Block body = lowering.block();
    Block after = lowering.block();
    lowering.breakTo(tree, lowering.target(after));
    lowering.continueTo(tree, lowering.target(update));
    lowering.flowInto(head);
    lowering.end(new Terminator.Branch(more, List.of(), List.of(), body, after));
    lowering.begin(body);
    declare(tree, next);
    lowering.statements().body(tree.getStatement());
    lowering.flowInto(update);
    step.run();
    lowering.end(new Terminator.Goto(head));
    lowering.begin(after);
  }

  private void declare(EnhancedForLoopTree tree, Code value) {
    Local variable = lowering.local(tree.getVariable());
    lowering.add(new Instruction.Declare(variable, tree.getVariable(), value));
  }

  private void overAsync(EnhancedForLoopTree tree) {
    ExpressionTree source =
        ((MethodInvocationTree) Words.strip(tree.getExpression())).getArguments().get(0);
    lowering.expressions().ready(source);
    overAsync(
        tree,
        source,
        lowering.typed().line(tree),
        (current, element) -> {
          declare(tree, element(tree, current, element));
          lowering.statements().body(tree.getStatement());
        });
  }

  /** What a loop does with an element. */
  interface Body {
    void with(Code current, TypeMirror type);
  }

  /** The loop over an asynchronous source; {@code tree} is what breaks and continues are about. */
  void overAsync(com.sun.source.tree.Tree tree, ExpressionTree source, int line, Body rest) {
    TypeMirror type = lowering.typed().type(source);
    boolean publisher = !lowering.typed().is(type, "dev.fermata.AsyncIterable");
    TypeMirror element =
        argument(
            type, publisher ? "java.util.concurrent.Flow.Publisher" : "dev.fermata.AsyncIterable");
    Local iterator = lowering.temporary("iterator", iterator("dev.fermata.AsyncIterator", element));
    lowering.assign(
        iterator,
        Code.of(
            "$L.iterator($L)", lowering.type("dev.fermata.machine.Loops"), Code.source(source)));
    Block after = lowering.block();
    Lowering.Target end = lowering.target(after);
    Leave leave = new Leave(lowering);
    Block head = lowering.block();
    lowering.breakTo(tree, end);
    lowering.continueTo(tree, lowering.target(head));
    lowering.flowInto(head);
    Block moved = lowering.block();
    Block body = lowering.block();
    lowering.end(new Terminator.Await(Code.of("$L.moveNext()", Code.use(iterator)), moved, line));
    lowering.begin(moved);
    lowering.end(
        new Terminator.Branch(
            new Code.Awaited(lowering.typed().types().getPrimitiveType(TypeKind.BOOLEAN)),
            List.of(),
            List.of(),
            body,
            after));
    lowering.begin(body);
    rest.with(Code.of("$L.current()", Code.use(iterator)), element);
    lowering.end(new Terminator.Goto(head));
    leave.awaiting(
        Code.of(
            "$L.leave($L, $L)",
            lowering.type("dev.fermata.machine.Loops"),
            Code.use(iterator),
            Code.use(leave.failure())),
        line);
    lowering.begin(after);
  }

  private TypeMirror iterator(String type, TypeMirror element) {
    TypeElement declared = lowering.typed().elements().getTypeElement(type);
    return lowering.typed().types().getDeclaredType(declared, element);
  }

  /**
   * The type argument of an {@code Iterable} or of what is like it, so that an iterator can be
   * declared.
   */
  private TypeMirror argument(TypeMirror type, String of) {
    var types = lowering.typed().types();
    TypeMirror object = lowering.type("java.lang.Object");
    TypeMirror found = Supertypes.find(types, type, lowering.typed().elements().getTypeElement(of));
    if (!(found instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty()) {
      return object;
    }
    TypeMirror argument = declared.getTypeArguments().get(0);
    TypeMirror upper = Supertypes.upper(types, argument, object);
    boolean asItIs = upper instanceof IntersectionType || types.isSameType(upper, argument);
    return asItIs ? upper : types.getWildcardType(upper, null);
  }
}
