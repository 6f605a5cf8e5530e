package dev.fermata.processor.analysis.stubs;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Annotations and their values in a class file (JVMS 4.7.16). */
final class AnnotationWriter {
  private final ConstantPool pool;
  private final Descriptors descriptors;

  AnnotationWriter(ConstantPool pool, Descriptors descriptors) {
    this.pool = pool;
    this.descriptors = descriptors;
  }

  void write(List<? extends AnnotationMirror> annotations, DataOutputStream out)
      throws IOException {
    out.writeShort(annotations.size());
    for (AnnotationMirror annotation : annotations) {
      write(annotation, out);
    }
  }

  private void write(AnnotationMirror annotation, DataOutputStream out) throws IOException {
    Map<? extends ExecutableElement, ? extends AnnotationValue> values =
        annotation.getElementValues();
    out.writeShort(pool.utf8(descriptors.of(annotation.getAnnotationType())));
    out.writeShort(values.size());
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> value :
        values.entrySet()) {
      out.writeShort(pool.utf8(value.getKey().getSimpleName().toString()));
      write(value.getValue(), out);
    }
  }

  void write(AnnotationValue value, DataOutputStream out) throws IOException {
    try {
      value.accept(new Visitor(), out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @SuppressWarnings("NullAway") // the results of a visitor without any
  private final class Visitor extends SimpleAnnotationValueVisitor14<Void, DataOutputStream> {
    @Override
    protected Void defaultAction(Object value, DataOutputStream out) {
      return tagged(tagOf(value), pool.constant(value), out);
    }

    @Override
    public Void visitString(String value, DataOutputStream out) {
      return tagged('s', pool.utf8(value), out);
    }

    @Override
    public Void visitType(TypeMirror type, DataOutputStream out) {
      return tagged('c', pool.utf8(descriptors.of(type)), out);
    }

    @Override
    public Void visitEnumConstant(VariableElement constant, DataOutputStream out) {
      tagged('e', pool.utf8(descriptors.of(constant.asType())), out);
      return number(pool.utf8(constant.getSimpleName().toString()), out);
    }

    @Override
    public Void visitAnnotation(AnnotationMirror annotation, DataOutputStream out) {
      try {
        out.writeByte('@');
        write(annotation, out);
        return null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Void visitArray(List<? extends AnnotationValue> values, DataOutputStream out) {
      tagged('[', values.size(), out);
      values.forEach(value -> value.accept(this, out));
      return null;
    }

    private Void tagged(char tag, int number, DataOutputStream out) {
      try {
        out.writeByte(tag);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return number(number, out);
    }

    private Void number(int number, DataOutputStream out) {
      try {
        out.writeShort(number);
        return null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static char tagOf(Object value) {
    return switch (value.getClass().getSimpleName()) {
      case "Boolean" -> 'Z';
      case "Byte" -> 'B';
      case "Character" -> 'C';
      case "Short" -> 'S';
      case "Integer" -> 'I';
      case "Long" -> 'J';
      case "Float" -> 'F';
      default -> 'D';
    };
  }
}
