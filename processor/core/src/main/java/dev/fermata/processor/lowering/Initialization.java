package dev.fermata.processor.lowering;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Instruction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Initialisation of classes at its time: creating an instance initialises its class, and does so
 * before the arguments are evaluated (JLS 12.4.1 and 15.9.4). Where an argument suspends, the
 * creation comes late, so the class is initialised on its own.
 */
final class Initialization {
  private final Lowering lowering;

  Initialization(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Initialises the class of which {@code tree} creates an instance, where that can be seen. */
  void before(NewClassTree tree) {
    TypeMirror type = lowering.typed().type(tree.getIdentifier());
    boolean later = tree.getArguments().stream().anyMatch(lowering.marks()::lowered);
    if (later
        && type instanceof DeclaredType declared
        && mayBeSeen((TypeElement) declared.asElement())) {
      lowering.add(
          new Instruction.Evaluate(
              Code.of(
                  "$L.initialize($L)",
                  lowering.type("dev.fermata.machine.Resources"),
                  new Code.ClassLiteral(lowering.typed().types().erasure(type)))));
    }
  }

  /** Whether the class or one above it may do anything when it is initialised. */
  private boolean mayBeSeen(TypeElement type) {
    boolean ofTheJdk =
        lowering.typed().elements().getPackageOf(type).toString().startsWith("java.");
    if (ofTheJdk || isInitialized(type)) {
      return false;
    }
    return initializes(type)
        || (type.getSuperclass() instanceof DeclaredType parent
            && mayBeSeen((TypeElement) parent.asElement()));
  }

  private boolean initializes(TypeElement type) {
    ClassTree tree = lowering.typed().declaration(type);
    boolean unknown = tree == null && lowering.typed().isSource(type);
    boolean inBlock =
        tree != null
            && tree.getMembers().stream()
                .anyMatch(member -> member instanceof BlockTree block && block.isStatic());
    return unknown
        || inBlock
        || type.getEnclosedElements().stream().anyMatch(Initialization::initializes);
  }

  private static boolean initializes(Element member) {
    boolean isStaticField =
        member instanceof VariableElement field
            && field.getModifiers().contains(Modifier.STATIC)
            && field.getConstantValue() == null;
    return isStaticField || member.getKind() == ElementKind.STATIC_INIT;
  }

  /** Whether the body runs in an instance of the class, or in a static method of it. */
  private boolean isInitialized(TypeElement type) {
    var types = lowering.typed().types();
    return types.isSubtype(
        types.erasure(lowering.typed().enclosingClass(lowering.body()).asType()),
        types.erasure(type.asType()));
  }
}
