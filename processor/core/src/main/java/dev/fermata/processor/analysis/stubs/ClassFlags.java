package dev.fermata.processor.analysis.stubs;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Access flags of class files (JVMS 4.1, 4.5, 4.6). */
final class ClassFlags {
  private static final int SUPER = 0x20;
  private static final int VARARGS = 0x80;
  private static final int INTERFACE = 0x200;
  private static final int ANNOTATION = 0x2000;
  private static final int ENUM = 0x4000;
  private static final int PUBLIC_OR_PACKAGE = 0xFFFF & ~0xE;

  private static final Map<Modifier, Integer> BY_MODIFIER =
      new EnumMap<>(
          Map.of(
              Modifier.PUBLIC, 0x1,
              Modifier.PRIVATE, 0x2,
              Modifier.PROTECTED, 0x4,
              Modifier.STATIC, 0x8,
              Modifier.FINAL, 0x10,
              Modifier.ABSTRACT, 0x400));

  private ClassFlags() {}

  /** As the entry of a type in {@code InnerClasses} has them. */
  static int ofMember(TypeElement type) {
    int flags = of(type.getModifiers());
    return switch (type.getKind()) {
      case INTERFACE -> flags | INTERFACE | of(Set.of(Modifier.ABSTRACT));
      case ANNOTATION_TYPE -> flags | INTERFACE | ANNOTATION | of(Set.of(Modifier.ABSTRACT));
      case ENUM -> flags | ENUM;
      default -> flags;
    };
  }

  /** As the head of the class file of a type has them, where no type is private or static. */
  static int ofClassFile(TypeElement type) {
    int flags = ofMember(type) & PUBLIC_OR_PACKAGE;
    if (type.getModifiers().contains(Modifier.PROTECTED)) {
      flags |= of(Set.of(Modifier.PUBLIC));
    }
    return type.getKind().isInterface() ? flags : flags | SUPER;
  }

  static int of(VariableElement field) {
    int flags = of(field.getModifiers());
    return field.getKind() == ElementKind.ENUM_CONSTANT ? flags | ENUM : flags;
  }

  static int of(ExecutableElement method) {
    int flags = of(method.getModifiers());
    return method.isVarArgs() ? flags | VARARGS : flags;
  }

  private static int of(Set<Modifier> modifiers) {
    int flags = 0;
    for (Modifier modifier : modifiers) {
      flags |= BY_MODIFIER.getOrDefault(modifier, 0);
    }
    return flags;
  }
}
