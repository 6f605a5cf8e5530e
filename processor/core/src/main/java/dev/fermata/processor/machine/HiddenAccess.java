package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.RuntimeNames;
import java.lang.reflect.Array;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * What the user says of a hidden class as a class, which nothing can say of a {@link StandIns type
 * variable}: it is asked of the class itself.
 *
 * <pre>{@code
 * o instanceof Point      =>   POINT$CLASS.isInstance(o)
 * o instanceof Point p    =>   Match.<Point>of(POINT$CLASS, o) instanceof Match<Point> p
 * (Point) o               =>   (Point) POINT$CLASS.cast(o)
 * Point.class             =>   (Class<Point>) POINT$CLASS
 * new Point[n]            =>   (Point[]) Array.newInstance(POINT$CLASS, n)
 * new Point[] {p}         =>   (Point[]) Access.array(POINT$CLASS.arrayType(), new Object[] {p})
 * Point[]::new            =>   n$ -> (Point[]) Array.newInstance(POINT$CLASS, n$)
 * }</pre>
 */
final class HiddenAccess {
  private final ClassLiterals classes;
  private final StandIns standIns;
  private final Intersections intersections;
  private final HiddenBindings bindings;
  private final HiddenPatterns patterns;
  private final HiddenCases cases = new HiddenCases(this);
  private final HiddenCatches catches = new HiddenCatches(this);

  /**
   * @param body in which all this is said
   */
  HiddenAccess(
      Handles handles, StandIns standIns, Intersections intersections, Typed typed, Tree body) {
    this.intersections = intersections;
    this.classes = handles.classes();
    this.patterns = new HiddenPatterns(this, handles);
    this.standIns = standIns;
    this.bindings = new HiddenBindings(typed, this, body);
  }

  /** What stands for types of several parts. */
  Intersections intersections() {
    return intersections;
  }

  /** Variables that patterns bind. */
  HiddenBindings bindings() {
    return bindings;
  }

  /** Patterns. */
  HiddenPatterns patterns() {
    return patterns;
  }

  /** Choices. */
  HiddenCases cases() {
    return cases;
  }

  /** Clauses that catch. */
  HiddenCatches catches() {
    return catches;
  }

  StandIns standIns() {
    return standIns;
  }

  /** The class that a type is at run time. */
  CodeBlock literal(TypeMirror type) {
    return classes.of(type);
  }

  /** Whether a type is a hidden class, or an array of one. */
  boolean isHidden(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isHidden(array.getComponentType());
    }
    return type instanceof DeclaredType declared
        && standIns.hidden().isHidden(declared.asElement());
  }

  /** Whether a value is of a class. */
  CodeBlock isInstance(TypeMirror type, CodeBlock value) {
    return CodeBlock.of("$L.isInstance($L)", literal(type), value);
  }

  /** Replaces a test; false where its class can be named. */
  boolean test(Rewriter place, InstanceOfTree tree) {
    Typed typed = place.renderer().typed();
    Tree pattern = tree.getPattern();
    if (pattern == null
        ? !isHidden(typed.type(tree.getType()))
        : !patterns.isHidden(typed, pattern)) {
      return false;
    }
    CodeBlock value = place.part(tree.getExpression());
    place.replace(
        tree,
        pattern == null
            ? isInstance(typed.type(tree.getType()), value)
            : patterns.match(place, pattern, value));
    return true;
  }

  /** Replaces a cast; false where its class can be named. */
  boolean cast(Rewriter place, TypeCastTree tree) {
    TypeMirror type = place.renderer().typed().type(tree.getType());
    if (!isHidden(type)) {
      return false;
    }
    CodeBlock value = place.part(tree.getExpression());
    place.replace(tree, as(place, type, CodeBlock.of("$L.cast($L)", literal(type), value)));
    return true;
  }

  /** Replaces the literal of a class; false where the class can be named. */
  boolean literal(Rewriter place, MemberSelectTree tree) {
    Typed typed = place.renderer().typed();
    if (!tree.getIdentifier().contentEquals("class")
        || !isHidden(typed.type(tree.getExpression()))) {
      return false;
    }
    place.replace(tree, as(place, typed.type(tree), literal(typed.type(tree.getExpression()))));
    return true;
  }

  /** Replaces the creation of an array; false where the class of its elements can be named. */
  boolean array(Rewriter place, NewArrayTree tree) {
    TypeMirror type = place.renderer().typed().type(tree);
    if (!isHidden(type)) {
      return false;
    }
    List<? extends ExpressionTree> elements = tree.getInitializers();
    CodeBlock made =
        elements == null
            ? newInstance(place, type, tree.getDimensions().stream().map(place::part).toList())
            : CodeBlock.of(
                "$L.array($L, new $T[] {$L})",
                receiver(place, RuntimeNames.ACCESS),
                literal(type),
                Object.class,
                elements.stream().map(place::part).collect(CodeBlock.joining(", ")));
    place.replace(tree, as(place, type, made));
    return true;
  }

  private CodeBlock newInstance(Rewriter place, TypeMirror type, List<CodeBlock> dimensions) {
    TypeMirror component = type;
    for (int i = 0; i < dimensions.size(); i++) {
      component = ((ArrayType) component).getComponentType();
    }
    return CodeBlock.of(
        "$L.newInstance($L, $L)",
        receiver(place, ClassName.get(Array.class)),
        literal(component),
        CodeBlock.join(dimensions, ", "));
  }

  /** Replaces what makes arrays; false where the class of their elements can be named. */
  boolean arrays(Rewriter place, MemberReferenceTree tree) {
    TypeMirror type = place.renderer().typed().type(tree.getQualifierExpression());
    if (!(type instanceof ArrayType)
        || !isHidden(type)
        || !tree.getName().contentEquals("<init>")) {
      return false;
    }
    CodeBlock length = CodeBlock.of("$L", place.renderer().names().inner("n$"));
    CodeBlock made = newInstance(place, type, List.of(length));
    place.replace(tree, CodeBlock.of("$L -> $L", length, as(place, type, made)));
    return true;
  }

  /** A class whose static member is named. */
  static CodeBlock receiver(Rewriter place, ClassName type) {
    return place.renderer().surroundings().scope().receiver(type);
  }

  /** {@code p.getClass()} is of a type that depends on what stands before the dot (JLS 4.3.2). */
  void ownClass(Rewriter place, MethodInvocationTree tree) {
    Typed typed = place.renderer().typed();
    if (tree.getArguments().isEmpty()
        && tree.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("getClass")
        && isHidden(typed.type(select.getExpression()))) {
      place.enclose(
          tree, CodeBlock.of("(($T) ($T) ", place.renderer().type(typed.type(tree)), Object.class));
    }
  }

  private static CodeBlock as(Rewriter place, TypeMirror type, CodeBlock value) {
    return CodeBlock.of("(($T) $L)", place.renderer().type(type), value);
  }
}
