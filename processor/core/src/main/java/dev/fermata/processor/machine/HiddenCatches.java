package dev.fermata.processor.machine;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.RuntimeNames;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * {@code catch} of a hidden class, in a {@code try} that is kept: from there on, tests choose.
 *
 * <pre>{@code
 * catch (Bad e) B catch (IOException e) C   =>
 *   catch (Throwable caught$1) { if (BAD$CLASS.isInstance(caught$1)) { Bad e = (Bad) caught$1; B }
 *   else if (caught$1 instanceof IOException) { IOException e = (IOException) caught$1; C }
 *   else { throw Access.rethrow(caught$1); } }
 * }</pre>
 */
final class HiddenCatches {
  private final HiddenAccess hidden;
  private int count;

  HiddenCatches(HiddenAccess hidden) {
    this.hidden = hidden;
  }

  /** Rewrites the clauses of a {@code try}. */
  void rewrite(Rewriter place, TryTree tree) {
    Typed typed = place.renderer().typed();
    String thrown = "";
    for (CatchTree clause : tree.getCatches()) {
      VariableTree parameter = clause.getParameter();
      boolean first = thrown.isEmpty();
      if (first && types(typed, parameter).stream().noneMatch(hidden::isHidden)) {
        place.scan(clause, null);
        continue;
      }
      thrown = first ? "caught$" + ++count : thrown;
      CodeBlock begin =
          first
              ? CodeBlock.of("catch ($T $L) {\n$>", Throwable.class, thrown)
              : CodeBlock.of("else ");
      CodeBlock head = CodeBlock.of("$Lif ($L) {\n$>", begin, test(place, parameter, thrown));
      place.replace(typed.start(clause), typed.start(clause.getBlock()), head);
      boolean isFinal = parameter.getModifiers().getFlags().contains(Modifier.FINAL);
      place.insert(
          typed.start(clause.getBlock()),
          CodeBlock.of(
              "$1L$2T $3L = ($2T) $4L;\n",
              isFinal ? "final " : "",
              place.renderer().type(typed.type(parameter)),
              place.nameOf(requireNonNull(typed.element(parameter))),
              thrown));
      place.scan(clause.getBlock(), null);
      place.insert(typed.end(clause.getBlock()), CodeBlock.of("\n$<}"));
    }
    if (!thrown.isEmpty()) {
      CatchTree last = tree.getCatches().get(tree.getCatches().size() - 1);
      place.insert(
          typed.end(last),
          CodeBlock.of(
              " else {\n$>throw $L.rethrow($L);\n$<}\n$<}",
              HiddenAccess.receiver(place, RuntimeNames.ACCESS),
              thrown));
    }
  }

  private static List<TypeMirror> types(Typed typed, VariableTree parameter) {
    return parameter.getType() instanceof UnionTypeTree union
        ? union.getTypeAlternatives().stream().map(typed::type).toList()
        : List.of(typed.type(parameter.getType()));
  }

  private CodeBlock test(Rewriter place, VariableTree parameter, String thrown) {
    CodeBlock value = CodeBlock.of("$L", thrown);
    return types(place.renderer().typed(), parameter).stream()
        .map(
            type ->
                hidden.isHidden(type)
                    ? hidden.isInstance(type, value)
                    : CodeBlock.of("$L instanceof $T", value, place.renderer().type(type)))
        .collect(CodeBlock.joining(" || "));
  }
}
