package dev.fermata.processor.writing;

import static java.util.stream.Collectors.toSet;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Adds the constants of a generated class. A static initialiser may have 65,535 bytes; where there
 * are so many constants that it would have more, each is made in a method of its own.
 */
final class ManyConstants {
  /** So much text never needs more; a number takes two bytes for each of its characters at most. */
  private static final int MANY = 30_000;

  private ManyConstants() {}

  static void add(TypeSpec.Builder type, List<FieldSpec> constants) {
    if (constants.stream().mapToInt(it -> it.initializer().toString().length()).sum() <= MANY) {
      type.addFields(constants);
      return;
    }
    Set<String> names = constants.stream().map(FieldSpec::name).collect(toSet());
    for (FieldSpec constant : constants) {
      String maker = constant.name() + "$MADE";
      while (!names.add(maker)) {
        maker += "$";
      }
      type.addField(
          FieldSpec.builder(
                  constant.type(), constant.name(), constant.modifiers().toArray(Modifier[]::new))
              .initializer("$L()", maker)
              .build());
      type.addMethod(
          MethodSpec.methodBuilder(maker)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .returns(constant.type())
              .addStatement("return $L", constant.initializer())
              .build());
    }
  }
}
