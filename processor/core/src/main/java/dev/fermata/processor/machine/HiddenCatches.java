package dev.fermata.processor.machine;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Words;
import dev.fermata.processor.model.RuntimeNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * {@code catch} of a hidden class, in a {@code try} that is kept: from there on, tests choose.
 *
 * <pre>{@code
 * catch (Bad e) B catch (IOException e) C   =>
 *   catch (Throwable caught) { if (BAD$CLASS.isInstance(caught)) { Bad e = (Bad) caught; B }
 *   else if (caught instanceof IOException) { IOException e = (IOException) caught; C }
 *   else { throw Access.rethrow(caught); } }
 * }</pre>
 *
 * <p>So javac does not see any more what such a {@code try} lets pass. A lambda may throw it
 * nevertheless, as javac has checked it in the user's text, and a {@code try} around is told that
 * what it catches may come.
 *
 * <pre>{@code
 * catch (Exception e) { throw e; }   =>   … else if (…) { … throw Access.rethrow(e); } …
 * try { try … } catch (IOException e) …   =>
 *   try { Access.mayThrow(IOException.class); try … } catch (IOException e) …
 * }</pre>
 */
final class HiddenCatches {
  private final HiddenAccess hidden;
  private final Set<Element> tested = new HashSet<>();

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
      thrown = first ? place.renderer().names().own("caught") : thrown;
      Element variable = requireNonNull(typed.element(parameter));
      tested.add(variable);
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
              place.nameOf(variable),
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

  /**
   * Replaces {@code throw e} of the variable of such a clause in a lambda or class; false where it
   * may stay.
   */
  boolean rethrow(Rewriter place, ThrowTree tree) {
    Element thrown = place.renderer().typed().element(Words.strip(tree.getExpression()));
    if (thrown == null || !tested.contains(thrown) || !place.insideFunction()) {
      return false;
    }
    CodeBlock access = HiddenAccess.receiver(place, RuntimeNames.ACCESS);
    place.replace(
        tree.getExpression(), CodeBlock.of("$L.rethrow($L)", access, place.nameOf(thrown)));
    return true;
  }

  /**
   * Says what a {@code try} may catch where javac does not see what is thrown in it.
   *
   * @param hides whether what is thrown is hidden anyhow
   */
  CodeBlock announced(Rewriter place, TryTree tree, boolean hides) {
    Typed typed = place.renderer().typed();
    CodeBlock.Builder code = CodeBlock.builder();
    if (!typed.hidden().hasAny() || !(hides || hidesThrown(typed, tree.getBlock()))) {
      return code.build();
    }
    for (CatchTree clause : tree.getCatches()) {
      for (TypeMirror type : types(typed, clause.getParameter())) {
        if (hidden.isHidden(type)) {
          return code.build();
        }
        if (isChecked(typed, type)) {
          code.add(
              "\n$L.mayThrow($T.class);",
              HiddenAccess.receiver(place, RuntimeNames.ACCESS),
              place.renderer().type(type));
        }
      }
    }
    return code.build();
  }

  /** Whether a {@code try} in a tree hides what is thrown in it. */
  private boolean hidesThrown(Typed typed, Tree tree) {
    boolean[] found = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitTry(TryTree inner, @Nullable Void p) {
        found[0] |=
            KeptResources.haveHidden(typed, inner)
                || inner.getCatches().stream()
                    .flatMap(clause -> types(typed, clause.getParameter()).stream())
                    .anyMatch(hidden::isHidden);
        return super.visitTry(inner, null);
      }
    }.scan(tree, null);
    return found[0];
  }

  /** Whether javac wants to know that an exception may come (JLS 11.2.3). */
  private static boolean isChecked(Typed typed, TypeMirror type) {
    boolean isGeneral =
        Stream.of("java.lang.Throwable", "java.lang.Exception")
            .anyMatch(name -> typed.types().asElement(type).toString().equals(name));
    return !isGeneral
        && !typed.is(type, "java.lang.RuntimeException")
        && !typed.is(type, "java.lang.Error");
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
