package dev.fermata.processor.discovery;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.model.AsyncOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** {@code AsyncSignature}: the method can be overridden or hidden by one that suspends. */
final class SignatureRule {
  private static final List<String> LOCKS =
      List.of("Synchronized", "Locked", "Locked.Read", "Locked.Write");

  private final Nameability nameability;
  private final ReturnTypes returnTypes;

  SignatureRule(Nameability nameability, ReturnTypes returnTypes) {
    this.nameability = nameability;
    this.returnTypes = returnTypes;
  }

  /** What is wrong with {@code method}, whose tree is at {@code path}; at most one per place. */
  List<Finding> findings(ExecutableElement method, TypeElement owner, TreePath path) {
    MethodTree tree = (MethodTree) path.getLeaf();
    List<Finding> findings = new ArrayList<>();
    ofModifiers(method.getModifiers(), owner)
        .or(() -> ofLocks(method))
        .ifPresentOrElse(
            text ->
                findings.add(
                    new Finding(
                        DiagnosticName.ASYNC_SIGNATURE, path, Wording.method(tree) + " " + text)),
            () -> findings.addAll(ofParameters(method, owner, path)));
    if (returnTypes.kindOf(method).isEmpty() && tree.getReturnType() != null) {
      String text =
          "%s is @Async and returns %s; let it return %s"
              .formatted(
                  Wording.method(tree), tree.getReturnType(), returnTypes.advice(method, tree));
      findings.add(Finding.below(path, tree.getReturnType(), DiagnosticName.ASYNC_SIGNATURE, text));
    }
    return findings;
  }

  private static Optional<String> ofModifiers(Set<Modifier> modifiers, TypeElement owner) {
    String generated = AsyncOwner.generatedNameOf(owner).simpleName();
    if (modifiers.contains(Modifier.ABSTRACT)) {
      return Optional.of(
          "is abstract, so it has no body that could await; put @Async on the method that"
              + " implements it");
    }
    if (modifiers.contains(Modifier.NATIVE)) {
      return Optional.of(
          "is native, so it has no body that could await; await it in a method of its own");
    }
    if (modifiers.contains(Modifier.PRIVATE)) {
      return Optional.of("is private, so %s cannot run it; drop private".formatted(generated));
    }
    if (modifiers.contains(Modifier.FINAL)) {
      return Optional.of(
          "is final, so %s cannot %s it; drop final"
              .formatted(generated, modifiers.contains(Modifier.STATIC) ? "hide" : "override"));
    }
    if (modifiers.contains(Modifier.SYNCHRONIZED)) {
      return Optional.of(
          "is synchronized, and a monitor cannot be held while it waits; drop synchronized and"
              + " hold a dev.fermata.sync.AsyncLock in the body");
    }
    return Optional.empty();
  }

  /** Lombok puts the lock into the user's own body, where the transformed one does not see it. */
  private static Optional<String> ofLocks(ExecutableElement method) {
    return LombokAnnotations.on(method, LOCKS)
        .map(
            name ->
                "is @%1$s, and a lock of a thread cannot be held while it waits; drop @%1$s and hold a dev.fermata.sync.AsyncLock in the body"
                    .formatted(name));
  }

  /** The override says at least the erasure of what is declared. */
  private List<Finding> ofParameters(ExecutableElement method, TypeElement owner, TreePath path) {
    MethodTree tree = (MethodTree) path.getLeaf();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < tree.getTypeParameters().size(); i++) {
      if (!nameability.canNameErasures(method.getTypeParameters().get(i).getBounds(), owner)) {
        TypeParameterTree parameter = tree.getTypeParameters().get(i);
        findings.add(ofParameter("type parameter " + parameter.getName(), parameter, owner, path));
      }
    }
    for (int i = 0; i < tree.getParameters().size(); i++) {
      TypeMirror type = method.getParameters().get(i).asType();
      boolean ofVariable = type.getKind() == TypeKind.TYPEVAR;
      if (!ofVariable && !nameability.canNameErasures(List.of(type), owner)) {
        VariableTree parameter = tree.getParameters().get(i);
        findings.add(ofParameter("parameter " + parameter.getName(), parameter, owner, path));
      }
    }
    return findings;
  }

  private static Finding ofParameter(
      String parameter, Tree at, TypeElement owner, TreePath method) {
    String text =
        "%s of %s is of a private type, which %s cannot name; make it package-private"
            .formatted(
                parameter,
                Wording.method((MethodTree) method.getLeaf()),
                AsyncOwner.generatedNameOf(owner).simpleName());
    return Finding.below(method, at, DiagnosticName.ASYNC_SIGNATURE, text);
  }
}
