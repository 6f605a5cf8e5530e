package dev.fermata.processor.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * An instance of the user's class where one of the generated class is meant: {@code new Crawler()},
 * {@code Crawler::new}, {@code new Crawler() {…}}.
 */
final class UntransformedInstance implements TreeRule {
  private final Symbols symbols;
  private final Owners owners;

  UntransformedInstance(Symbols symbols, Owners owners) {
    this.symbols = symbols;
    this.owners = owners;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.UNTRANSFORMED_INSTANCE);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.NEW_CLASS, Tree.Kind.MEMBER_REFERENCE);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    if (path.getLeaf() instanceof NewClassTree creation) {
      owners
          .of(symbols.typeOf(new TreePath(path, creation.getIdentifier())))
          .filter(owner -> isUntransformed(owner, creation.getClassBody(), path))
          .ifPresent(
              owner ->
                  report(
                      path,
                      "new %s(…)%s".formatted("%s", creation.getClassBody() == null ? "" : " {…}"),
                      owner,
                      findings));
    } else if (path.getLeaf() instanceof MemberReferenceTree reference
        && reference.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      owners
          .of(symbols.typeOf(new TreePath(path, reference.getQualifierExpression())))
          .filter(owner -> !owner.methods().isEmpty())
          .ifPresent(owner -> report(path, "%s::new", owner, findings));
    }
  }

  /** An anonymous class may have bodies of its own for all methods. */
  private boolean isUntransformed(Owners.Owner owner, @Nullable ClassTree body, TreePath creation) {
    return body == null
        ? !owner.methods().isEmpty()
        : symbols.elementOf(new TreePath(creation, body)) instanceof TypeElement subclass
            && !owners.left(owner, subclass).isEmpty();
  }

  private static void report(
      TreePath path, String form, Owners.Owner owner, Consumer<Finding> findings) {
    findings.accept(
        new Finding(
            DiagnosticName.UNTRANSFORMED_INSTANCE,
            path,
            "%s makes an instance of %s, whose @Async methods are not transformed; write %s"
                .formatted(
                    form.formatted(owner.name()),
                    owner.name(),
                    form.formatted(owner.generated()))));
  }
}
