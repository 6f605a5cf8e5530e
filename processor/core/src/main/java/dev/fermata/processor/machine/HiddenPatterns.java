package dev.fermata.processor.machine;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.RecordPatterns;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Patterns that speak of hidden classes. A value of one is bound in a {@link HiddenBindings match};
 * a record is taken apart into another one, which has a name.
 *
 * <pre>{@code
 * v instanceof Point p          =>   Match.<Point>of(POINT$CLASS, v) instanceof Match<Point> p
 * v instanceof Line(Point(int x, int y), var b)
 *   =>  Line$Parts.<Point$Parts, Point>of(v) instanceof Line$Parts<Point$Parts, Point>(Point$Parts(int x, int y), var b)
 * }</pre>
 */
final class HiddenPatterns {
  private final HiddenAccess hidden;
  private final Handles handles;

  HiddenPatterns(HiddenAccess hidden, Handles handles) {
    this.hidden = hidden;
    this.handles = handles;
  }

  /** Whether a pattern speaks of hidden classes. */
  boolean isHidden(Typed typed, Tree pattern) {
    boolean[] found = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
        if (tree != null && (tree instanceof VariableTree || RecordPatterns.is(tree))) {
          found[0] |= speaksOfHidden(typed, typed.type(tree));
        }
        return super.scan(tree, null);
      }
    }.scan(pattern, null);
    return found[0];
  }

  /** For a type pattern the class counts, for a record what it is taken apart into does too. */
  private boolean speaksOfHidden(Typed typed, TypeMirror type) {
    return hidden.isHidden(type)
        || (typed.types().asElement(type) instanceof TypeElement element
            && element.getRecordComponents().stream()
                .anyMatch(c -> typed.hidden().mentions(c.asType())));
  }

  /** The test whether a value matches, with what it binds. */
  CodeBlock match(Rewriter place, Tree pattern, CodeBlock value) {
    return pattern instanceof BindingPatternTree binding
        ? match(place, binding.getVariable(), value)
        : match(apart(place, pattern), value);
  }

  private CodeBlock match(Rewriter place, VariableTree variable, CodeBlock value) {
    TypeMirror type = place.renderer().typed().type(variable);
    return variable.getName().isEmpty()
        ? hidden.isInstance(type, value)
        : CodeBlock.of("$L instanceof $L", found(place, type, value), bound(place, variable));
  }

  private CodeBlock found(Rewriter place, TypeMirror type, CodeBlock value) {
    return CodeBlock.of(
        "$L.<$T>of($L, $L)",
        HiddenAccess.receiver(place, RuntimeNames.MATCH),
        place.renderer().type(type),
        hidden.literal(type),
        value);
  }

  private static CodeBlock bound(Rewriter place, VariableTree variable) {
    Typed typed = place.renderer().typed();
    boolean isFinal = variable.getModifiers().getFlags().contains(Modifier.FINAL);
    return CodeBlock.of(
        "$L$T<$T> $L",
        isFinal ? "final " : "",
        RuntimeNames.MATCH,
        place.renderer().type(typed.type(variable)),
        variable.getName().isEmpty() ? "_" : place.nameOf(requireNonNull(typed.element(variable))));
  }

  /** What stands for a record pattern: the record that is taken apart into, and its pattern. */
  private record Taken(ClassName name, List<TypeName> arguments, CodeBlock nested) {
    TypeName type() {
      return arguments.isEmpty()
          ? name
          : ParameterizedTypeName.get(name, arguments.toArray(TypeName[]::new));
    }

    CodeBlock pattern() {
      return CodeBlock.of("$T($L)", type(), nested);
    }
  }

  private static CodeBlock match(Taken taken, CodeBlock value) {
    return CodeBlock.of(
        "$T.$Lof($L) instanceof $L",
        taken.name(),
        TypeArguments.list(taken.arguments()),
        value,
        taken.pattern());
  }

  private Taken apart(Rewriter place, Tree pattern) {
    Typed typed = place.renderer().typed();
    DeclaredType type = (DeclaredType) typed.type(pattern);
    TypeElement element = (TypeElement) type.asElement();
    String name = handles.stem(pattern, element.getSimpleName() + "$Parts");
    List<? extends Tree> nested = RecordPatterns.nested(pattern);
    List<PartsWriter.Part> parts = new ArrayList<>();
    for (int i = 0; i < nested.size(); i++) {
      ExecutableElement accessor = element.getRecordComponents().get(i).getAccessor();
      TypeMirror seen = ((ExecutableType) typed.types().asMemberOf(type, accessor)).getReturnType();
      String handle = handles.calls().handle(Reach.ofPrivate(accessor, element));
      parts.add(part(place, nested.get(i), seen, handle, PartsWriter.variable(i)));
    }
    handles.type(name, () -> new PartsWriter(name, hidden.literal(type), parts).write());
    return new Taken(
        ClassName.get("", name),
        parts.stream().filter(part -> !part.isPrimitive()).map(PartsWriter.Part::type).toList(),
        parts.stream().map(PartsWriter.Part::pattern).collect(CodeBlock.joining(", ")));
  }

  private PartsWriter.Part part(
      Rewriter place, Tree pattern, TypeMirror seen, String handle, CodeBlock value) {
    Renderer renderer = place.renderer();
    Typed typed = renderer.typed();
    if (RecordPatterns.is(pattern) && isHidden(typed, pattern)) {
      Taken inner = apart(place, pattern);
      CodeBlock made = CodeBlock.of("$T.of($L)", inner.name(), value);
      return new PartsWriter.Part(inner.type(), handle, made, inner.pattern());
    }
    if (pattern instanceof BindingPatternTree binding) {
      TypeMirror type = typed.type(binding.getVariable());
      if (hidden.isHidden(type) && !HiddenBindings.isTotal(typed, type, seen)) {
        TypeName found =
            ParameterizedTypeName.get(ClassName.get(Supplier.class), renderer.type(type));
        CodeBlock made =
            CodeBlock.of("$T.of($L, $L)", RuntimeNames.MATCH, hidden.literal(type), value);
        return new PartsWriter.Part(found, handle, made, bound(place, binding.getVariable()));
      }
    }
    boolean any = pattern.getKind().name().equals("ANY_PATTERN");
    return new PartsWriter.Part(
        renderer.type(seen), handle, value, any ? CodeBlock.of("_") : place.part(pattern));
  }
}
