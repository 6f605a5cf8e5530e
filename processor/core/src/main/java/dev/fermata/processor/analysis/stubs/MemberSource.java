package dev.fermata.processor.analysis.stubs;

import static java.util.stream.Collectors.joining;
import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.DEFAULT;
import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/**
 * Members that another processor has added to the tree of a type, as source without bodies and on
 * one line. Their types stand there as they do in the tree, and so mean what they mean there, even
 * if they cannot be resolved yet.
 */
public final class MemberSource {
  private static final Set<Modifier> ACCESS = EnumSet.of(PUBLIC, PROTECTED, PRIVATE, STATIC);
  private static final String NO_BODY = " { throw null; }";

  private MemberSource() {}

  /**
   * The source of a member.
   *
   * @param member a field, a method, a constructor or a type; anything else has no source
   * @param owner the name of its class
   */
  public static String of(Tree member, String owner) {
    if (member instanceof MethodTree method) {
      return method(method, owner);
    } else if (member instanceof VariableTree field) {
      return field(field);
    }
    return member instanceof ClassTree type ? type(type) : "";
  }

  private static String field(VariableTree field) {
    String declaration = field.getType() + " " + field.getName() + " = ";
    return field.getInitializer() instanceof LiteralTree literal
        ? modifiers(field.getModifiers(), FINAL) + declaration + literal + ";"
        : modifiers(field.getModifiers()) + declaration + zero(field.getType()) + ";";
  }

  private static String zero(Tree type) {
    if (type instanceof PrimitiveTypeTree primitive) {
      return primitive.getPrimitiveTypeKind() == TypeKind.BOOLEAN ? "false" : "0";
    }
    return "null";
  }

  private static String method(MethodTree method, String owner) {
    Tree result = method.getReturnType();
    return modifiers(method.getModifiers(), ABSTRACT, DEFAULT)
        + list("<", method.getTypeParameters(), "> ")
        + (result == null ? owner : result + " " + method.getName())
        + method.getParameters().stream()
            .map(MemberSource::parameter)
            .collect(joining(", ", "(", ")"))
        + list(" throws ", method.getThrows(), "")
        + (method.getBody() == null ? ";" : NO_BODY);
  }

  /** A parameter prints its varargs as such. */
  private static String parameter(VariableTree parameter) {
    String declaration = parameter.toString();
    String varargs = "... " + parameter.getName();
    String type = String.valueOf(parameter.getType());
    return declaration.endsWith(varargs) && type.endsWith("[]")
        ? type.substring(0, type.length() - 2) + varargs
        : type + " " + parameter.getName();
  }

  private static String type(ClassTree type) {
    String name = type.getSimpleName().toString();
    Tree superclass = type.getExtendsClause();
    String interfaces = type.getKind() == Tree.Kind.INTERFACE ? " extends " : " implements ";
    return modifiers(type.getModifiers(), isClass(type) ? ABSTRACT : STATIC)
        + keyword(type)
        + name
        + list("<", type.getTypeParameters(), ">")
        + (superclass == null ? "" : " extends " + superclass)
        + list(interfaces, type.getImplementsClause(), "")
        + " { "
        + constants(type)
        + type.getMembers().stream()
            .filter(member -> !isConstantOf(type, member) && !isConstructorOfEnum(type, member))
            .map(member -> of(member, name))
            .collect(joining(" "))
        + " }";
  }

  private static boolean isClass(ClassTree type) {
    return type.getKind() == Tree.Kind.CLASS;
  }

  private static String keyword(ClassTree type) {
    return switch (type.getKind()) {
      case ANNOTATION_TYPE -> "@interface ";
      case INTERFACE -> "interface ";
      case ENUM -> "enum ";
      default -> "class ";
    };
  }

  private static String constants(ClassTree type) {
    return type.getKind() == Tree.Kind.ENUM
        ? type.getMembers().stream()
            .filter(member -> isConstantOf(type, member))
            .map(member -> ((VariableTree) member).getName())
            .collect(joining(", ", "", "; "))
        : "";
  }

  private static boolean isConstantOf(ClassTree type, Tree member) {
    return type.getKind() == Tree.Kind.ENUM
        && member instanceof VariableTree field
        && field.getInitializer() instanceof NewClassTree
        && type.getSimpleName().contentEquals(String.valueOf(field.getType()));
  }

  private static boolean isConstructorOfEnum(ClassTree type, Tree member) {
    return type.getKind() == Tree.Kind.ENUM
        && member instanceof MethodTree method
        && method.getReturnType() == null;
  }

  private static String list(String prefix, List<? extends Tree> trees, String suffix) {
    return trees.isEmpty()
        ? ""
        : trees.stream().map(Tree::toString).collect(joining(", ", prefix, suffix));
  }

  private static String modifiers(ModifiersTree modifiers, Modifier... more) {
    Set<Modifier> kept = EnumSet.copyOf(ACCESS);
    kept.addAll(List.of(more));
    kept.retainAll(modifiers.getFlags());
    return kept.stream().map(modifier -> modifier + " ").collect(joining());
  }
}
