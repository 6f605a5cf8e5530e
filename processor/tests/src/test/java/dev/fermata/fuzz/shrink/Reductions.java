package dev.fermata.fuzz.shrink;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import dev.fermata.fuzz.program.Precedence;
import java.util.ArrayList;
import java.util.List;

/** What a single piece of a program may be replaced by, the boldest replacements first. */
final class Reductions {
  private Reductions() {}

  static List<Node> of(Node node) {
    return switch (node.role()) {
      case LIST -> shorter(node);
      case STATEMENT -> inside(node);
      case EXPRESSION -> simpler(node);
      case OPTIONAL -> List.of(Node.fixed(Construct.FIXED, ""));
      case FIXED -> List.of();
    };
  }

  /** Without halves, quarters, and so on down to single items. */
  private static List<Node> shorter(Node list) {
    List<Node> items = list.slots().stream().map(Node.Slot::node).toList();
    List<Node> candidates = new ArrayList<>();
    for (int size = items.size(); size >= 1; size = size / 2) {
      for (int from = 0; from < items.size(); from += size) {
        List<Node> left = new ArrayList<>(items.subList(0, from));
        left.addAll(items.subList(Math.min(items.size(), from + size), items.size()));
        candidates.add(list.withChildren(left));
      }
    }
    return candidates;
  }

  /** A statement by what it consists of. */
  private static List<Node> inside(Node statement) {
    List<Node> candidates = new ArrayList<>();
    for (Node.Slot slot : statement.slots()) {
      Node part = slot.node();
      if (part.role() == Node.Role.LIST || part.role() == Node.Role.STATEMENT) {
        candidates.add(part);
      }
    }
    return candidates;
  }

  /** An expression by a constant, or by an operand of the same type at any depth. */
  private static List<Node> simpler(Node expression) {
    JavaType type = expression.type();
    if (type == null || expression.slots().isEmpty()) {
      return List.of();
    }
    List<Node> candidates = new ArrayList<>();
    candidates.add(constant(type));
    for (Node.Slot slot : expression.slots()) {
      slot.node()
          .walk(
              inner -> {
                JavaType own = inner.type();
                if (own != null && own.unboxed() == type.unboxed()) {
                  candidates.add(inner);
                }
              });
    }
    return candidates;
  }

  private static Node constant(JavaType type) {
    int precedence =
        switch (type) {
          case SUPPLIER, FUNCTION, RUNNABLE -> Precedence.LAMBDA;
          default -> type.constant().startsWith("(") ? Precedence.CAST : Precedence.PRIMARY;
        };
    return Node.expression(Construct.LITERAL, type, precedence, type.constant());
  }
}
