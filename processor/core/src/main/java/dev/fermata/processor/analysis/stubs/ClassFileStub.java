package dev.fermata.processor.analysis.stubs;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The class file of a type, without code, written from its element.
 *
 * <p>A stub in source would do as well, but javac resolves the signatures of every member of a
 * source at once, and so loads all that can be reached from one type. A class file it reads only as
 * far as it is used; the names in it are resolved already; and names that are none in Java, as
 * other languages write them, do no harm.
 */
public final class ClassFileStub {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int JAVA_17 = 61;
  private static final String OBJECT = "java.lang.Object";

  private final TypeElement type;
  private final TypeNames names;
  private final Descriptors descriptors;
  private final Signatures signatures;
  private final ConstantPool pool = new ConstantPool();
  private final AnnotationWriter annotations;

  private ClassFileStub(TypeElement type, TypeNames names) {
    this.type = type;
    this.names = names;
    this.descriptors = new Descriptors(names);
    this.signatures = new Signatures(names, descriptors);
    this.annotations = new AnnotationWriter(pool, descriptors);
  }

  /**
   * Writes the class file of a type.
   *
   * @param type a top-level or member type
   * @param names the binary names of the types that its members mention
   */
  public static byte[] of(TypeElement type, TypeNames names) {
    try {
      return new ClassFileStub(type, names).write();
    } catch (IOException tooLong) {
      throw new UncheckedIOException(tooLong);
    }
  }

  private byte[] write() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    writeBody(new DataOutputStream(body));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.writeInt(MAGIC);
    out.writeInt(JAVA_17);
    pool.writeTo(out);
    body.writeTo(out);
    return file.toByteArray();
  }

  private void writeBody(DataOutputStream out) throws IOException {
    out.writeShort(ClassFlags.ofClassFile(type));
    out.writeShort(pool.type(names.of(type)));
    out.writeShort(erased(type.getSuperclass()));
    out.writeShort(type.getInterfaces().size());
    for (TypeMirror supertype : type.getInterfaces()) {
      out.writeShort(erased(supertype));
    }
    List<VariableElement> fields = ElementFilter.fieldsIn(type.getEnclosedElements());
    out.writeShort(fields.size());
    for (VariableElement field : fields) {
      writeField(field, out);
    }
    List<ExecutableElement> methods = methods();
    out.writeShort(methods.size());
    for (ExecutableElement method : methods) {
      writeMethod(method, out);
    }
    classAttributes().writeTo(out);
  }

  private List<ExecutableElement> methods() {
    List<ExecutableElement> methods =
        new ArrayList<>(ElementFilter.constructorsIn(type.getEnclosedElements()));
    methods.addAll(ElementFilter.methodsIn(type.getEnclosedElements()));
    return methods;
  }

  private int erased(TypeMirror reference) {
    if (reference.getKind() == TypeKind.NONE) {
      return names.of(type).equals(OBJECT) ? 0 : pool.type(OBJECT);
    }
    String descriptor = descriptors.of(reference);
    return pool.type(descriptor.substring(1, descriptor.length() - 1));
  }

  private void writeField(VariableElement field, DataOutputStream out) throws IOException {
    String descriptor = descriptors.of(field.asType());
    out.writeShort(ClassFlags.of(field));
    out.writeShort(pool.utf8(field.getSimpleName().toString()));
    out.writeShort(pool.utf8(descriptor));
    Attributes attributes = new Attributes(pool);
    signature(signatures.of(field.asType()), descriptor, attributes);
    Object constant = field.getConstantValue();
    if (constant != null) {
      attributes.add("ConstantValue", a -> a.writeShort(pool.constant(constant)));
    }
    attributes.writeTo(out);
  }

  private void writeMethod(ExecutableElement method, DataOutputStream out) throws IOException {
    out.writeShort(ClassFlags.of(method));
    out.writeShort(pool.utf8(method.getSimpleName().toString()));
    out.writeShort(pool.utf8(descriptorOf(method)));
    Attributes attributes = new Attributes(pool);
    signature(signatures.of(method), descriptors.of(method), attributes);
    List<? extends TypeMirror> thrown = method.getThrownTypes();
    if (!thrown.isEmpty()) {
      attributes.add(
          "Exceptions",
          a -> {
            a.writeShort(thrown.size());
            for (TypeMirror exception : thrown) {
              a.writeShort(erased(exception));
            }
          });
    }
    AnnotationValue defaultValue = method.getDefaultValue();
    if (defaultValue != null) {
      attributes.add("AnnotationDefault", a -> annotations.write(defaultValue, a));
    }
    annotations(method, attributes);
    attributes.writeTo(out);
  }

  /** A constructor of an inner class takes the enclosing instance first. */
  private String descriptorOf(ExecutableElement method) {
    return method.getKind() == ElementKind.CONSTRUCTOR
            && type.getNestingKind() == NestingKind.MEMBER
            && !type.getModifiers().contains(Modifier.STATIC)
        ? descriptors.withFirstParameter(enclosing(type).asType(), method)
        : descriptors.of(method);
  }

  private void signature(String signature, String descriptor, Attributes attributes)
      throws IOException {
    if (!signature.equals(descriptor)) {
      attributes.add("Signature", a -> a.writeShort(pool.utf8(signature)));
    }
  }

  private Attributes classAttributes() throws IOException {
    Attributes attributes = new Attributes(pool);
    String signature = signatures.of(type, type.getSuperclass());
    if (signature.contains("<")) {
      attributes.add("Signature", a -> a.writeShort(pool.utf8(signature)));
    }
    List<TypeElement> nested = enclosingAndNestedTypes();
    if (!nested.isEmpty()) {
      attributes.add("InnerClasses", a -> writeNested(nested, a));
    }
    if (type.getKind() == ElementKind.RECORD) {
      attributes.add("Record", this::writeComponents);
    }
    List<? extends TypeMirror> permitted = type.getPermittedSubclasses();
    if (!permitted.isEmpty() && type.getKind() != ElementKind.ENUM) {
      attributes.add(
          "PermittedSubclasses",
          a -> {
            a.writeShort(permitted.size());
            for (TypeMirror subclass : permitted) {
              a.writeShort(erased(subclass));
            }
          });
    }
    annotations(type, attributes);
    return attributes;
  }

  private List<TypeElement> enclosingAndNestedTypes() {
    List<TypeElement> types = new ArrayList<>();
    for (TypeElement t = type; t.getNestingKind() == NestingKind.MEMBER; t = enclosing(t)) {
      types.add(0, t);
    }
    types.addAll(ElementFilter.typesIn(type.getEnclosedElements()));
    return types;
  }

  private static TypeElement enclosing(TypeElement member) {
    return (TypeElement) requireNonNull(member.getEnclosingElement());
  }

  private void writeNested(List<TypeElement> nested, DataOutputStream out) throws IOException {
    out.writeShort(nested.size());
    for (TypeElement member : nested) {
      out.writeShort(pool.type(names.of(member)));
      out.writeShort(pool.type(names.of(enclosing(member))));
      out.writeShort(pool.utf8(member.getSimpleName().toString()));
      out.writeShort(ClassFlags.ofMember(member));
    }
  }

  private void writeComponents(DataOutputStream out) throws IOException {
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    out.writeShort(components.size());
    for (RecordComponentElement component : components) {
      String descriptor = descriptors.of(component.asType());
      out.writeShort(pool.utf8(component.getSimpleName().toString()));
      out.writeShort(pool.utf8(descriptor));
      Attributes attributes = new Attributes(pool);
      signature(signatures.of(component.asType()), descriptor, attributes);
      attributes.writeTo(out);
    }
  }

  /** Only those that mean something to the compiler, or to Fermata. */
  private void annotations(Element element, Attributes attributes) throws IOException {
    List<? extends AnnotationMirror> kept =
        element.getAnnotationMirrors().stream().filter(this::isOfInterest).toList();
    if (!kept.isEmpty()) {
      attributes.add("RuntimeVisibleAnnotations", a -> annotations.write(kept, a));
    }
  }

  private boolean isOfInterest(AnnotationMirror annotation) {
    String descriptor = descriptors.of(annotation.getAnnotationType());
    return descriptor.startsWith("Ljava/lang/annotation/")
        || descriptor.startsWith("Ldev/fermata/annotations/");
  }
}
