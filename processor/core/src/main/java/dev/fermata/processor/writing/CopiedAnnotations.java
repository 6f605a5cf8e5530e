package dev.fermata.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import dev.fermata.processor.discovery.Nameability;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * The user's annotations that the generated class repeats.
 *
 * <p>On constructors, parameters and types all but those for the source alone: what injects or
 * checks them finds in the subclass what it would find in the user's class. On the class and its
 * methods those that are visible at run time alone: the others are orders to annotation processors,
 * which would carry them out twice.
 */
final class CopiedAnnotations {
  private static final String OWN = "dev.fermata.annotations.";

  private final Nameability nameability;
  private final TypeElement owner;

  CopiedAnnotations(Nameability nameability, TypeElement owner) {
    this.nameability = nameability;
    this.owner = owner;
  }

  /** Those of a constructor or a type. */
  List<AnnotationSpec> of(AnnotatedConstruct construct) {
    return copies(construct, annotation -> retentionOf(annotation) != RetentionPolicy.SOURCE);
  }

  /** Those of a parameter, but for those that are copied with its type. */
  List<AnnotationSpec> ofParameter(VariableElement parameter) {
    return copies(
        parameter,
        annotation ->
            retentionOf(annotation) != RetentionPolicy.SOURCE && !isOfTypeUse(annotation));
  }

  /** Those of a class that are visible at run time. */
  List<AnnotationSpec> ofClass(TypeElement type) {
    return copies(type, annotation -> retentionOf(annotation) == RetentionPolicy.RUNTIME);
  }

  /**
   * Those of a method that are visible at run time, but for those that are copied with its type.
   */
  List<AnnotationSpec> ofMethod(Element method) {
    return copies(
        method,
        annotation ->
            retentionOf(annotation) == RetentionPolicy.RUNTIME && !isOfTypeUse(annotation));
  }

  private List<AnnotationSpec> copies(
      AnnotatedConstruct construct, Predicate<TypeElement> isWanted) {
    return construct.getAnnotationMirrors().stream()
        .filter(mirror -> mirror.getAnnotationType().getKind() == TypeKind.DECLARED)
        .filter(mirror -> isWanted.test(typeOf(mirror)) && !isOwn(typeOf(mirror)))
        .filter(this::canRepeat)
        .map(AnnotationSpec::get)
        .toList();
  }

  private static TypeElement typeOf(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  private static boolean isOwn(TypeElement annotation) {
    return annotation.getQualifiedName().toString().startsWith(OWN);
  }

  private static RetentionPolicy retentionOf(TypeElement annotation) {
    Retention retention = annotation.getAnnotation(Retention.class);
    return retention == null ? RetentionPolicy.CLASS : retention.value();
  }

  private static boolean isOfTypeUse(TypeElement annotation) {
    Target target = annotation.getAnnotation(Target.class);
    return target != null && Arrays.asList(target.value()).contains(ElementType.TYPE_USE);
  }

  private boolean canRepeat(AnnotationMirror mirror) {
    return nameability.canName(mirror.getAnnotationType(), owner)
        && mirror.getElementValues().values().stream().allMatch(this::canRepeat);
  }

  private boolean canRepeat(AnnotationValue value) {
    return value.accept(new NameableValues(), null);
  }

  /** Whether the generated class can name what an annotation's value is made of. */
  private final class NameableValues extends SimpleAnnotationValueVisitor14<Boolean, Void> {
    NameableValues() {
      super(true);
    }

    @Override
    public Boolean visitType(TypeMirror type, Void unused) {
      return nameability.canName(type, owner);
    }

    @Override
    public Boolean visitEnumConstant(VariableElement constant, Void unused) {
      return nameability.canName(constant.asType(), owner);
    }

    @Override
    public Boolean visitAnnotation(AnnotationMirror mirror, Void unused) {
      return canRepeat(mirror);
    }

    @Override
    public Boolean visitArray(List<? extends AnnotationValue> values, Void unused) {
      return values.stream().allMatch(CopiedAnnotations.this::canRepeat);
    }
  }
}
