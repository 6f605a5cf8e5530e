package dev.fermata.processor.writing;

import com.palantir.javapoet.MethodSpec;
import dev.fermata.processor.discovery.Nameability;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Repeats the constructors of the user's class in its subclass. */
final class ConstructorWriter {
  private final Elements elements;
  private final Nameability nameability;
  private final Signatures signatures;

  ConstructorWriter(Elements elements, Nameability nameability, Signatures signatures) {
    this.elements = elements;
    this.nameability = nameability;
    this.signatures = signatures;
  }

  /**
   * One for each that the subclass can call; none where the subclass gets the same one by default.
   */
  List<MethodSpec> write(TypeElement type) {
    List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
    if (constructors.stream().allMatch(it -> elements.getOrigin(it) == Elements.Origin.MANDATED)) {
      return List.of();
    }
    return constructors.stream()
        .filter(it -> !it.getModifiers().contains(Modifier.PRIVATE))
        .filter(it -> nameability.canRepeat(it, type))
        .map(this::write)
        .toList();
  }

  private MethodSpec write(ExecutableElement constructor) {
    MethodSpec.Builder builder =
        MethodSpec.constructorBuilder()
            .addModifiers(Signatures.visibilityOf(constructor))
            .addAnnotations(signatures.annotations().of(constructor));
    signatures.addTypeVariables(builder, constructor);
    signatures.addParameters(builder, constructor);
    signatures.addThrownTypes(builder, constructor.getThrownTypes());
    if (!constructor.getParameters().isEmpty()) {
      builder.addStatement("super($L)", Signatures.argumentsOf(constructor));
    }
    return builder.build();
  }
}
