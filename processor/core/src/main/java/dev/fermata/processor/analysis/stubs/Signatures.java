package dev.fermata.processor.analysis.stubs;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Generic signatures (JVMS 4.7.9.1). */
final class Signatures {
  private final TypeNames names;
  private final Descriptors descriptors;
  private final Visitor visitor = new Visitor();

  Signatures(TypeNames names, Descriptors descriptors) {
    this.names = names;
    this.descriptors = descriptors;
  }

  String of(TypeMirror type) {
    StringBuilder out = new StringBuilder();
    visitor.visit(type, out);
    return out.toString();
  }

  String of(TypeElement type, TypeMirror superclass) {
    StringBuilder out = new StringBuilder();
    typeParameters(type.getTypeParameters(), out);
    if (superclass.getKind() == TypeKind.NONE) {
      out.append("Ljava/lang/Object;");
    } else {
      visitor.visit(superclass, out);
    }
    type.getInterfaces().forEach(supertype -> visitor.visit(supertype, out));
    return out.toString();
  }

  String of(ExecutableElement method) {
    StringBuilder out = new StringBuilder();
    typeParameters(method.getTypeParameters(), out);
    out.append('(');
    for (VariableElement parameter : method.getParameters()) {
      visitor.visit(parameter.asType(), out);
    }
    out.append(')');
    visitor.visit(method.getReturnType(), out);
    if (method.getThrownTypes().stream().anyMatch(TypeVariable.class::isInstance)) {
      for (TypeMirror thrown : method.getThrownTypes()) {
        visitor.visit(thrown, out.append('^'));
      }
    }
    return out.toString();
  }

  private void typeParameters(List<? extends TypeParameterElement> parameters, StringBuilder out) {
    if (parameters.isEmpty()) {
      return;
    }
    out.append('<');
    for (TypeParameterElement parameter : parameters) {
      out.append(parameter.getSimpleName());
      bounds(parameter.getBounds(), out);
    }
    out.append('>');
  }

  private void bounds(List<? extends TypeMirror> bounds, StringBuilder out) {
    boolean first = true;
    for (TypeMirror bound : bounds) {
      if (first && isInterface(bound)) {
        out.append(':');
      }
      visitor.visit(bound, out.append(':'));
      first = false;
    }
    if (first) {
      out.append(":Ljava/lang/Object;");
    }
  }

  private static boolean isInterface(TypeMirror type) {
    return type instanceof DeclaredType declared
        && type.getKind() == TypeKind.DECLARED
        && declared.asElement().getKind().isInterface();
  }

  private final class Visitor extends SimpleTypeVisitor14<Void, StringBuilder> {
    @Override
    @SuppressWarnings("NullAway") // the result of a visitor without one
    protected Void defaultAction(TypeMirror type, StringBuilder out) {
      out.append(descriptors.of(type));
      return null;
    }

    @Override
    public Void visitArray(ArrayType type, StringBuilder out) {
      return visit(type.getComponentType(), out.append('['));
    }

    @Override
    public Void visitError(ErrorType type, StringBuilder out) {
      return defaultAction(type, out);
    }

    @Override
    @SuppressWarnings("NullAway")
    public Void visitTypeVariable(TypeVariable type, StringBuilder out) {
      out.append('T').append(type.asElement().getSimpleName()).append(';');
      return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public Void visitWildcard(WildcardType type, StringBuilder out) {
      if (type.getExtendsBound() != null) {
        visit(type.getExtendsBound(), out.append('+'));
      } else if (type.getSuperBound() != null) {
        visit(type.getSuperBound(), out.append('-'));
      } else {
        out.append('*');
      }
      return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public Void visitDeclared(DeclaredType type, StringBuilder out) {
      declaredWithoutEnd(type, out);
      out.append(';');
      return null;
    }

    /** Types inside a parameterized one are named after it: {@code Lp/Outer<TT;>.Inner<TU;>;}. */
    private void declaredWithoutEnd(DeclaredType type, StringBuilder out) {
      Element element = type.asElement();
      if (type.getEnclosingType() instanceof DeclaredType outer
          && outer.getKind() == TypeKind.DECLARED
          && isParameterized(outer)) {
        declaredWithoutEnd(outer, out);
        out.append('.').append(element.getSimpleName());
      } else {
        out.append('L').append(names.of((TypeElement) element).replace('.', '/'));
      }
      if (!type.getTypeArguments().isEmpty()) {
        out.append('<');
        type.getTypeArguments().forEach(argument -> visit(argument, out));
        out.append('>');
      }
    }

    private boolean isParameterized(DeclaredType type) {
      return !type.getTypeArguments().isEmpty()
          || (type.getEnclosingType() instanceof DeclaredType outer
              && outer.getKind() == TypeKind.DECLARED
              && isParameterized(outer));
    }
  }
}
