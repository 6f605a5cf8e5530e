package dev.fermata.processor.diagnostics;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How messages name what the user wrote. */
public final class Wording {
  private static final String ELLIPSIS = "...";
  private static final int LONG = 60;
  private static final Set<String> WITHOUT_ELEMENTS =
      Set.of("Void", "Coroutine", "CompletionStage", "CompletableFuture");
  private static final Map<String, String> BOXES =
      Map.of(
          "void", "Void",
          "boolean", "Boolean",
          "byte", "Byte",
          "short", "Short",
          "char", "Character",
          "int", "Integer",
          "long", "Long",
          "float", "Float",
          "double", "Double");

  private Wording() {}

  /** A method with the types of its parameters as they are written: {@code fetch(URI, int)}. */
  public static String method(MethodTree method) {
    return method.getName()
        + method.getParameters().stream()
            .map(Wording::typeOf)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * An expression as it is written, in one line; of a long one the arguments are left out: {@code
   * async(…)}.
   */
  public static String expression(Tree expression) {
    String text = expression.toString();
    if (text.length() <= LONG && !text.contains("{") && !text.contains("->")) {
      return text;
    }
    if (expression instanceof MethodInvocationTree call) {
      String name = expression(call.getMethodSelect());
      return call.getArguments().isEmpty() ? name + "()" : name + "(…)";
    }
    if (expression instanceof MemberSelectTree select) {
      String receiver = expression(select.getExpression());
      return (receiver.length() <= LONG / 2 ? receiver : "…") + "." + select.getIdentifier();
    }
    return "…";
  }

  private static String typeOf(VariableTree parameter) {
    String type = String.valueOf(parameter.getType());
    return parameter.toString().contains(ELLIPSIS) ? type.replaceFirst("\\[]$", ELLIPSIS) : type;
  }

  /**
   * The elements of the generator that is to be returned in the place of this type: {@code String}
   * for {@code Coroutine<String>} and {@code List<String>}, {@code …} for {@code void}.
   */
  public static String elementType(Tree type) {
    String element =
        type instanceof ParameterizedTypeTree parameterized
                && parameterized.getTypeArguments().size() == 1
            ? parameterized.getTypeArguments().get(0).toString()
            : typeArgument(type);
    return WITHOUT_ELEMENTS.contains(element) ? "…" : element;
  }

  /**
   * A type as it is written, in a form that can be a type argument: {@code Integer} for {@code
   * int}.
   */
  public static String typeArgument(Tree type) {
    String text = type.toString();
    return BOXES.getOrDefault(text, text);
  }
}
