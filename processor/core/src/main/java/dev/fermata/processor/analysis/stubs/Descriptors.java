package dev.fermata.processor.analysis.stubs;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Descriptors of erased types (JVMS 4.3), which complete no class that is not complete already. */
public final class Descriptors {
  private final TypeNames names;
  private final Visitor visitor = new Visitor();

  /**
   * Descriptors of types of one compilation.
   *
   * @param names the binary names of its types
   */
  public Descriptors(TypeNames names) {
    this.names = names;
  }

  /** The descriptor of a type's erasure, {@code Ljava/util/List;}. */
  public String of(TypeMirror type) {
    return visitor.visit(type);
  }

  /** The descriptor of a method as it is declared, {@code (ILjava/lang/String;)V}. */
  public String of(ExecutableElement method) {
    return of("", method.getParameters(), method.getReturnType());
  }

  String withFirstParameter(TypeMirror first, ExecutableElement constructor) {
    return of(of(first), constructor.getParameters(), constructor.getReturnType());
  }

  private String of(String first, List<? extends VariableElement> others, TypeMirror result) {
    return others.stream()
            .map(parameter -> of(parameter.asType()))
            .collect(Collectors.joining("", "(" + first, ")"))
        + of(result);
  }

  static char primitive(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN -> 'Z';
      case BYTE -> 'B';
      case SHORT -> 'S';
      case INT -> 'I';
      case LONG -> 'J';
      case CHAR -> 'C';
      case FLOAT -> 'F';
      case DOUBLE -> 'D';
      default -> 'V';
    };
  }

  private final class Visitor extends SimpleTypeVisitor14<String, @Nullable Void> {
    Visitor() {
      super("Ljava/lang/Object;");
    }

    @Override
    public String visitPrimitive(PrimitiveType type, @Nullable Void unused) {
      return String.valueOf(primitive(type.getKind()));
    }

    @Override
    public String visitNoType(NoType type, @Nullable Void unused) {
      return "V";
    }

    @Override
    public String visitArray(ArrayType type, @Nullable Void unused) {
      return "[" + visit(type.getComponentType());
    }

    @Override
    public String visitDeclared(DeclaredType type, @Nullable Void unused) {
      return reference(names.of((TypeElement) type.asElement()));
    }

    @Override
    public String visitError(ErrorType type, @Nullable Void unused) {
      return reference(names.of(type));
    }

    @Override
    public String visitTypeVariable(TypeVariable type, @Nullable Void unused) {
      return visit(type.getUpperBound());
    }

    @Override
    public String visitIntersection(IntersectionType type, @Nullable Void unused) {
      return visit(type.getBounds().get(0));
    }
  }

  private static String reference(String binaryName) {
    return "L" + binaryName.replace('.', '/') + ";";
  }
}
