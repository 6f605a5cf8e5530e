package dev.fermata.processor.machine;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.Untransformable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Whom a refusal is about, and what it says. */
final class StandInRefusals {
  private final Typed typed;
  private final StandIns standIns;

  StandInRefusals(Typed typed, StandIns standIns) {
    this.typed = typed;
    this.standIns = standIns;
  }

  Typed typed() {
    return typed;
  }

  StandIns standIns() {
    return standIns;
  }

  /** Whether a class is hidden. */
  boolean isHidden(@Nullable Element type) {
    return standIns.hidden().isHidden(type);
  }

  /** Whether the class of a type is hidden. */
  boolean isHidden(TypeMirror type) {
    return type instanceof DeclaredType declared && isHidden(declared.asElement());
  }

  /** The error that a tree asks of a hidden class what no variable does. */
  Untransformable refusal(Tree tree, Element hidden, String reason) {
    Element unnamed = unnamed((TypeElement) hidden);
    boolean isProtected = unnamed.getModifiers().contains(Modifier.PROTECTED);
    boolean isItself = standIns.hidden().hasNoName((TypeElement) hidden);
    String who = unnamed.getSimpleName() + (isProtected ? " is protected" : " is private");
    return new Untransformable(
        tree,
        who
            + (isItself ? "" : ", and " + hidden.getSimpleName() + " extends it")
            + ", so the generated subclass cannot name it, and "
            + reason
            + "; make "
            + (isItself ? "it " : unnamed.getSimpleName() + " ")
            + (isProtected ? "public" : "package-private"));
  }

  /** The class because of which one is hidden: it, one around it, or one among what it extends. */
  private Element unnamed(TypeElement hidden) {
    Element named = withoutName(hidden);
    while (named.getEnclosingElement() instanceof TypeElement outer && isHidden(outer)) {
      named = outer;
    }
    return named;
  }

  private TypeElement withoutName(TypeElement hidden) {
    Set<TypeElement> seen = new LinkedHashSet<>(Set.of(hidden));
    Deque<TypeElement> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      TypeElement next = open.remove();
      if (standIns.hidden().hasNoName(next)) {
        return next;
      }
      for (TypeMirror parent : typed.types().directSupertypes(next.asType())) {
        standIns.hidden().in(parent).stream().filter(seen::add).forEach(open::add);
      }
    }
    return hidden;
  }

  /** The hidden classes that a tree mentions. */
  Set<TypeElement> mentioned(Tree tree) {
    Set<TypeElement> found = new LinkedHashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree part, @Nullable Void p) {
        if (part != null) {
          found.addAll(standIns.hidden().in(typed.type(part)));
        }
        return super.scan(part, null);
      }
    }.scan(tree, null);
    return found;
  }
}
