package dev.fermata.processor.machine;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The types of a method or constructor that is reached, as its accessor has them. */
final class Signature {
  private final Types types;
  private final StandIns standIns;
  private final Reach reach;
  private final ExecutableElement declared;
  private final ExecutableType seen;
  private final TypeScope scope;

  Signature(Types types, StandIns standIns, Reach reach) {
    this.types = types;
    this.standIns = standIns;
    this.reach = reach;
    this.declared = (ExecutableElement) reach.member();
    this.seen = (ExecutableType) types.asMemberOf((DeclaredType) reach.caller().asType(), declared);
    this.scope =
        reach.isStatic()
            ? TypeScope.ofStatic(types, standIns, declared.getTypeParameters(), mentioned())
            : TypeScope.of(
                types, standIns, reach.caller(), declared.getTypeParameters(), mentioned());
  }

  private List<TypeMirror> mentioned() {
    List<TypeMirror> all = new ArrayList<>(seen.getParameterTypes());
    all.add(resultType());
    declared.getTypeParameters().forEach(variable -> all.addAll(variable.getBounds()));
    return all;
  }

  /**
   * Whether a call has to say type arguments: what stands for hidden classes is not inferred from
   * the instance alone, nor are the type arguments of an instance for whose class something stands.
   */
  private boolean asksForArguments() {
    boolean genericHidden = scope.isOfGeneric() && standIns.hidden().isHidden(reach.caller());
    return genericHidden || mentioned().stream().anyMatch(standIns.hidden()::mentions);
  }

  /**
   * The type arguments of a call, as far as they have to be said; null where they are inferred.
   *
   * @param ofClass those of the instance; null where they cannot be written
   * @param written those that the user writes for the member
   */
  @Nullable List<TypeName> arguments(@Nullable List<TypeName> ofClass, List<TypeName> written) {
    return !written.isEmpty() || asksForArguments() ? allArguments(ofClass, written) : null;
  }

  /** All type arguments; null where some cannot be written. */
  @Nullable List<TypeName> allArguments(@Nullable List<TypeName> ofClass, List<TypeName> written) {
    boolean complete = written.size() == declared.getTypeParameters().size();
    return complete && ofClass != null
        ? Stream.of(scope.hiddenArguments(), ofClass, written).flatMap(List::stream).toList()
        : null;
  }

  /**
   * The type arguments of the class whose method does what an accessor does, for a member whose own
   * arguments javac has to infer; null where none are needed, or some cannot be written.
   */
  @Nullable List<TypeName> functionArguments(
      @Nullable List<TypeName> ofClass, List<TypeName> written) {
    boolean infers = written.isEmpty() && !declared.getTypeParameters().isEmpty();
    return infers && ofClass != null && asksForArguments()
        ? Stream.concat(scope.hiddenArguments().stream(), ofClass.stream()).toList()
        : null;
  }

  /** A call whose type arguments are inferred, as the type that it has for the user. */
  CodeBlock typed(Rewriter place, ExpressionTree tree, CodeBlock call) {
    boolean inferred = asksForArguments() && hasResult() && !resultType().getKind().isPrimitive();
    if (!inferred || place.isForEffect(tree)) {
      return call;
    }
    Renderer renderer = place.renderer();
    TypeName type = renderer.type(renderer.typed().type(tree));
    return type.equals(ClassName.OBJECT)
        ? call
        : CodeBlock.of("(($T) ($T) $L)", type, Object.class, call);
  }

  Reach reach() {
    return reach;
  }

  ExecutableElement declared() {
    return declared;
  }

  TypeScope scope() {
    return scope;
  }

  boolean creates() {
    return declared.getKind() == ElementKind.CONSTRUCTOR;
  }

  String name() {
    return (creates() ? reach.caller() : declared).getSimpleName().toString();
  }

  String suffix() {
    if (creates()) {
      return "$new";
    }
    return reach.isSuper() ? "$super" : "$call";
  }

  /** The method of {@link dev.fermata.processor.model.RuntimeNames#ACCESS} that finds it. */
  String kind() {
    if (creates()) {
      return "constructor";
    }
    if (reach.isSuper()) {
      return "superMethod";
    }
    return reach.isStatic() ? "staticMethod" : "method";
  }

  /** The type of the first argument: the receiver, or the instance around one that is made. */
  @Nullable TypeMirror instance() {
    if (!creates()) {
      return reach.isStatic() ? null : reach.caller().asType();
    }
    return isInner(reach.caller())
        ? requireNonNull(reach.caller().getEnclosingElement()).asType()
        : null;
  }

  /** Whether instances of a class have an instance of the class around it. */
  static boolean isInner(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  List<? extends TypeMirror> parameters() {
    return seen.getParameterTypes();
  }

  /** What is thrown; for a private class the first ancestor that has a name. */
  List<TypeMirror> thrown() {
    return seen.getThrownTypes().stream().map(this::nameable).toList();
  }

  private TypeMirror nameable(TypeMirror thrown) {
    TypeMirror type = thrown;
    while (standIns.hidden().mentions(type)) {
      type = types.directSupertypes(type).get(0);
    }
    return type;
  }

  boolean hasResult() {
    return creates() || seen.getReturnType().getKind() != TypeKind.VOID;
  }

  TypeName result() {
    return scope.name(resultType());
  }

  private TypeMirror resultType() {
    return creates() ? reach.caller().asType() : seen.getReturnType();
  }
}
