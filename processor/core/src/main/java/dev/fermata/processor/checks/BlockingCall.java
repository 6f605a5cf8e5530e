package dev.fermata.processor.checks;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.diagnostics.Wording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A call in an {@code @Async} body that blocks the thread of the loop: one of the table, or of a
 * method that somebody has annotated as {@code @Blocking}, of whatever package the annotation is.
 */
final class BlockingCall implements TreeRule {
  private static final String ANNOTATION = "Blocking";
  private static final String IN_THREAD = "move it to toThread(() -> …)";
  private static final String SUPER = "super";

  private final Symbols symbols;
  private final BodyCode bodies;
  private final LoopInsideLoop loops;

  /** Is read when there is the first body. */
  private @Nullable BlockingTable table;

  BlockingCall(Symbols symbols, BodyCode bodies, LoopInsideLoop loops) {
    this.symbols = symbols;
    this.bodies = bodies;
    this.loops = loops;
  }

  @Override
  public Set<DiagnosticName> names() {
    return Set.of(DiagnosticName.BLOCKING_CALL);
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION);
  }

  @Override
  public void check(TreePath path, Consumer<Finding> findings) {
    MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
    TreePath name = new TreePath(path, call.getMethodSelect());
    if (!bodies.has(path)
        || !(symbols.elementOf(name) instanceof ExecutableElement method)
        || loops.isOne(path)) {
      return;
    }
    instead(method, name)
        .ifPresent(
            instead ->
                findings.accept(
                    new Finding(
                        DiagnosticName.BLOCKING_CALL,
                        name,
                        "%s blocks the event loop, and all its tasks with it; %s"
                            .formatted(Wording.expression(call), instead))));
  }

  private Optional<String> instead(ExecutableElement method, TreePath name) {
    return method.getEnclosingElement() instanceof TypeElement owner
            && supertypes(receiver(name)).stream()
                .map(BlockingCall::nameOf)
                .noneMatch(table()::excludes)
        ? instead(method, owner)
        : Optional.empty();
  }

  /** What is known of the method itself, or of one that it overrides. */
  Optional<String> instead(ExecutableElement method, TypeElement owner) {
    String name = method.getSimpleName().toString();
    for (TypeElement type : supertypes(owner.asType())) {
      if (table().excludes(nameOf(type))) {
        return Optional.empty();
      }
      List<ExecutableElement> same =
          type.equals(owner) ? List.of(method) : overridden(method, type, owner);
      Optional<String> instead =
          same.isEmpty()
              ? Optional.empty()
              : table()
                  .instead(nameOf(type), name, method.getParameters().size())
                  .or(() -> annotation(type, same));
      if (instead.isPresent()) {
        return instead;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> annotation(TypeElement type, List<ExecutableElement> methods) {
    return isAnnotated(type) || methods.stream().anyMatch(BlockingCall::isAnnotated)
        ? Optional.of(IN_THREAD)
        : Optional.empty();
  }

  private List<ExecutableElement> overridden(
      ExecutableElement method, TypeElement type, TypeElement owner) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
        .filter(other -> symbols.overrides(method, other, owner))
        .toList();
  }

  private BlockingTable table() {
    if (table == null) {
      table = BlockingTable.read();
    }
    return table;
  }

  private Set<TypeElement> supertypes(@Nullable TypeMirror type) {
    Set<TypeElement> classes = new LinkedHashSet<>();
    symbols.addSupertypes(type, classes);
    return classes;
  }

  private static String nameOf(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  private @Nullable TypeMirror receiver(TreePath name) {
    return name.getLeaf() instanceof MemberSelectTree select && !isSuper(select)
        ? symbols.typeOf(new TreePath(name, select.getExpression()))
        : null;
  }

  private static boolean isSuper(MemberSelectTree select) {
    return select.getExpression() instanceof IdentifierTree name
        && name.getName().contentEquals(SUPER);
  }

  private static boolean isAnnotated(Element element) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(
            it -> it.getAnnotationType().asElement().getSimpleName().contentEquals(ANNOTATION));
  }
}
