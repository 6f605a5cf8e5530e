package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Words;
import dev.fermata.processor.writing.NamesInScope;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The class around a body: what a name means in the generated subclass that it meant in the user's
 * class.
 *
 * <p>Inherited members keep their names. Statically imported ones are imported again, static
 * members of an enclosing class are qualified, and what a subclass cannot name goes through {@link
 * Accessors}.
 */
final class Surroundings {
  /** A static import that the generated file needs. */
  record StaticImport(ClassName owner, String name) {}

  private final TypeElement owner;
  private final ClassName generated;
  private final NamesInScope scope;
  private final Accessors accessors;
  private final AsyncBlocks blocks;
  private final Supplier<CodeBlock> assertionsEnabled;
  private final HiddenAccess hidden;
  private final Audience audience;
  private final Set<StaticImport> imports = new LinkedHashSet<>();

  Surroundings(
      TypeElement owner,
      ClassName generated,
      NamesInScope scope,
      Accessors accessors,
      AsyncBlocks blocks,
      Supplier<CodeBlock> assertionsEnabled,
      HiddenAccess hidden,
      Audience audience) {
    this.audience = audience;
    this.hidden = hidden;
    this.owner = owner;
    this.generated = generated;
    this.scope = scope;
    this.accessors = accessors;
    this.blocks = blocks;
    this.assertionsEnabled = assertionsEnabled;
  }

  /** Writes the machine that stands for an {@code async(() -> …)}. */
  interface AsyncBlocks {
    CodeBlock create(Rewriter place, MethodInvocationTree tree);
  }

  /** What is written for hidden classes. */
  HiddenAccess hidden() {
    return hidden;
  }

  /** Those who want to know what became of the bodies. */
  Audience audience() {
    return audience;
  }

  ClassName owner() {
    return ClassName.get(owner);
  }

  ClassName generated() {
    return generated;
  }

  /** The user's names that are in scope. */
  NamesInScope scope() {
    return scope;
  }

  /** Whether assertions are enabled for the user's class; for the generated one they may not be. */
  CodeBlock assertionsEnabled() {
    return assertionsEnabled.get();
  }

  Set<StaticImport> imports() {
    return imports;
  }

  CodeBlock asyncBlock(Rewriter place, MethodInvocationTree tree) {
    return blocks.create(place, tree);
  }

  /** {@code target = value} for a target that has been evaluated. */
  CodeBlock store(Renderer renderer, Code.Store store) {
    CodeBlock value = renderer.code(store.value());
    CodeBlock set = accessors.store(renderer, store.target(), value);
    return set != null ? set : CodeBlock.of("$L = $L", target(renderer, store.target()), value);
  }

  private static CodeBlock target(Renderer renderer, ExpressionTree tree) {
    Local local = renderer.graph().local(renderer.typed().element(Words.strip(tree)));
    return local != null && renderer.lateCopy(local) != null
        ? CodeBlock.of("$L", renderer.target(local))
        : renderer.code(Code.source(tree));
  }

  /** An unqualified field. */
  void field(Rewriter place, IdentifierTree tree, Element field) {
    if (accessors.read(place, tree, null, field)) {
      return;
    }
    Element declaring = field.getEnclosingElement();
    if (!(declaring instanceof TypeElement type)
        || !field.getModifiers().contains(Modifier.STATIC)) {
      return;
    }
    if (!isInherited(place.renderer().typed(), tree, type)) {
      place.replace(tree, CodeBlock.of("$L", qualified(type, field)));
    }
  }

  private CodeBlock qualified(TypeElement type, Element member) {
    if (encloses(type)) {
      return CodeBlock.of("$L.$L", scope.receiver(ClassName.get(type)), member.getSimpleName());
    }
    imports.add(new StaticImport(ClassName.get(type), member.getSimpleName().toString()));
    return CodeBlock.of("$L", member.getSimpleName());
  }

  /**
   * Whether the subclass has the members of {@code type} by their simple names, or a class of the
   * body around {@code tree} does.
   */
  private boolean isInherited(Typed typed, Tree tree, TypeElement type) {
    if (HiddenTypes.isLocal(type) || isSupertype(owner, type)) {
      return true;
    }
    return typed.enclosingClasses(tree).stream()
        .takeWhile(around -> !around.equals(owner))
        .anyMatch(around -> isSupertype(around, type));
  }

  private static boolean isSupertype(TypeElement of, TypeElement wanted) {
    if (of.equals(wanted)) {
      return true;
    }
    if (of.getSuperclass() instanceof javax.lang.model.type.DeclaredType parent
        && isSupertype((TypeElement) parent.asElement(), wanted)) {
      return true;
    }
    return of.getInterfaces().stream()
        .map(i -> (TypeElement) ((javax.lang.model.type.DeclaredType) i).asElement())
        .anyMatch(i -> isSupertype(i, wanted));
  }

  private boolean encloses(TypeElement type) {
    for (Element at = owner.getEnclosingElement();
        at instanceof TypeElement outer;
        at = at.getEnclosingElement()) {
      if (isSupertype(outer, type)) {
        return true;
      }
    }
    return false;
  }

  /** A qualified name; true where it has been replaced. */
  boolean select(Rewriter place, MemberSelectTree tree, @Nullable Element element) {
    Typed typed = place.renderer().typed();
    if (isOwnWord(typed, tree)) {
      place.replace(tree, CodeBlock.of("$T.$L", generated, tree.getIdentifier()));
      return true;
    }
    if (element == null || !element.getKind().isField()) {
      return false;
    }
    if (accessors.read(place, tree, tree.getExpression(), element)) {
      return true;
    }
    TypeElement parent = Receivers.superOf(typed, tree, tree.getExpression(), owner);
    if (parent == null || !accessors.isReplaced(typed, element)) {
      return false;
    }
    place.replace(
        tree,
        CodeBlock.of(
            "(($T) $L).$L",
            place.renderer().type(owner.getSuperclass()),
            place.insideClass() ? CodeBlock.of("$T.this", generated) : CodeBlock.of("this"),
            tree.getIdentifier()));
    return true;
  }

  /** Whether it is {@code this} or {@code super} with the name of the user's class before it. */
  private boolean isOwnWord(Typed typed, MemberSelectTree tree) {
    return Receivers.isWord(tree) && owner.equals(typed.element(tree.getExpression()));
  }

  /** A call; true where it has been replaced. */
  boolean call(Rewriter place, MethodInvocationTree tree) {
    Element method = place.renderer().typed().element(tree);
    if (method == null) {
      return false;
    }
    if (accessors.call(place, tree, method)) {
      return true;
    }
    ExpressionTree select = tree.getMethodSelect();
    if (select instanceof IdentifierTree
        && method.getModifiers().contains(Modifier.STATIC)
        && method.getEnclosingElement() instanceof TypeElement type
        && !isInherited(place.renderer().typed(), select, type)) {
      place.replace(select, qualified(type, method));
    }
    superStatic(place, Receivers.of(select), method);
    return false;
  }

  /** A static method of the superclass that the user's class hides is named by the superclass. */
  private void superStatic(Rewriter place, @Nullable ExpressionTree receiver, Element method) {
    Typed typed = place.renderer().typed();
    if (receiver != null
        && method.getModifiers().contains(Modifier.STATIC)
        && Receivers.superOf(typed, receiver, receiver, owner) != null
        && accessors.isReplaced(typed, method)) {
      place.replace(
          receiver,
          scope.receiver(
              ClassName.get(
                  (TypeElement)
                      ((javax.lang.model.type.DeclaredType) owner.getSuperclass()).asElement())));
    }
  }

  boolean creation(Rewriter place, NewClassTree tree) {
    return accessors.creation(place, tree);
  }

  boolean reference(Rewriter place, MemberReferenceTree tree) {
    return accessors.reference(place, tree);
  }

  /** An assignment, plain or compound; true where it has been replaced. */
  boolean assignment(Rewriter place, ExpressionTree tree) {
    return accessors.assignment(place, tree);
  }

  /** An increment or decrement; true where it has been replaced. */
  boolean step(Rewriter place, ExpressionTree tree) {
    return accessors.assignment(place, tree);
  }
}
