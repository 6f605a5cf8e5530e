package dev.fermata.fuzz.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a program: text with further pieces in named slots. Immutable.
 *
 * <p>Made from a template such as {@code "#left:11 + #right:12"}, in which {@code #name} is a slot
 * and the number the least {@link Precedence} that stands there without parentheses.
 */
public final class Node {
  private static final Pattern SLOT = Pattern.compile("#([a-z][A-Za-z0-9]*)(?::(\\d+))?");

  /** What a piece is, which decides how a shrinker may simplify it. */
  public enum Role {
    EXPRESSION,
    STATEMENT,
    /** Any number of pieces in a row, each of which may be left out. */
    LIST,
    /** A piece that may be left out as a whole, such as a finally clause. */
    OPTIONAL,
    /** Structure that has to stay. */
    FIXED
  }

  /** A named slot, with what fills it. */
  public record Slot(String name, int precedence, Node node) {}

  private final Construct construct;
  private final Role role;
  private final @Nullable JavaType type;
  private final int precedence;
  private final boolean completes;
  private final List<Object> parts;
  private final boolean suspends;

  private Node(
      Construct construct,
      Role role,
      @Nullable JavaType type,
      int precedence,
      boolean completes,
      List<Object> parts) {
    this.construct = construct;
    this.role = role;
    this.type = type;
    this.precedence = precedence;
    this.completes = completes;
    this.parts = List.copyOf(parts);
    this.suspends = construct.suspends() || (!construct.isBoundary() && anySlotSuspends(parts));
  }

  private static boolean anySlotSuspends(List<Object> parts) {
    for (Object part : parts) {
      if (part instanceof Slot slot && slot.node().suspends) {
        return true;
      }
    }
    return false;
  }

  /** An expression of exactly {@code type}. */
  public static Node expression(
      Construct construct, JavaType type, int precedence, String template, Node... children) {
    return new Node(construct, Role.EXPRESSION, type, precedence, true, parse(template, children));
  }

  /** A statement that can complete normally in the sense of JLS 14.22. */
  public static Node statement(Construct construct, String template, Node... children) {
    return new Node(construct, Role.STATEMENT, null, 0, true, parse(template, children));
  }

  /** Structure that stays as long as what it stands in. */
  public static Node fixed(Construct construct, String template, Node... children) {
    return new Node(construct, Role.FIXED, null, 0, true, parse(template, children));
  }

  /** A piece that may be left out. */
  public static Node optional(Construct construct, String template, Node... children) {
    return new Node(construct, Role.OPTIONAL, null, 0, true, parse(template, children));
  }

  /**
   * Pieces on lines of their own, each of which may be left out; completes as {@code completes}
   * says.
   */
  public static Node list(List<Node> items, boolean completes) {
    List<Object> parts = new ArrayList<>();
    for (Node item : items) {
      parts.add(new Slot("item", 0, item));
      parts.add("\n");
    }
    return new Node(Construct.LIST, Role.LIST, null, 0, completes, parts);
  }

  private static List<Object> parse(String template, Node[] children) {
    List<Object> parts = new ArrayList<>();
    Matcher matcher = SLOT.matcher(template);
    int end = 0;
    int child = 0;
    while (matcher.find()) {
      parts.add(template.substring(end, matcher.start()));
      int precedence = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
      parts.add(new Slot(matcher.group(1), precedence, children[child++]));
      end = matcher.end();
    }
    if (child != children.length) {
      throw new IllegalArgumentException(
          template + " has no place for all of its " + children.length + " children");
    }
    parts.add(template.substring(end));
    return parts;
  }

  /** The same statement, said to complete normally or not. */
  public Node completing(boolean canComplete) {
    return new Node(construct, role, type, precedence, canComplete, parts);
  }

  /** The same piece with the slots filled by {@code children}, in order. */
  public Node withChildren(List<Node> children) {
    if (role == Role.LIST) {
      return list(children, completes);
    }
    List<Object> replaced = new ArrayList<>();
    int child = 0;
    for (Object part : parts) {
      replaced.add(
          part instanceof Slot slot
              ? new Slot(slot.name(), slot.precedence(), children.get(child++))
              : part);
    }
    return new Node(construct, role, type, precedence, completes, replaced);
  }

  /** What kind of construct it is. */
  public Construct construct() {
    return construct;
  }

  /** How it may be simplified. */
  public Role role() {
    return role;
  }

  /** The static type of an expression. */
  public @Nullable JavaType type() {
    return type;
  }

  /** Whether a statement can complete normally. */
  public boolean completes() {
    return completes;
  }

  /** Whether evaluating it may suspend the body it stands in. */
  public boolean suspends() {
    return suspends;
  }

  /** The slots in order. */
  public List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Slot slot) {
        slots.add(slot);
      }
    }
    return slots;
  }

  /** Hands this piece and all inside of it to {@code visitor}, outermost first. */
  public void walk(Consumer<? super Node> visitor) {
    visitor.accept(this);
    for (Slot slot : slots()) {
      slot.node().walk(visitor);
    }
  }

  /** How many pieces there are, itself included. */
  public int size() {
    int size = 1;
    for (Slot slot : slots()) {
      size += slot.node().size();
    }
    return size;
  }

  /** The source text, indented. */
  public String source() {
    StringBuilder out = new StringBuilder();
    print(out);
    return Layout.indent(out.toString());
  }

  private void print(StringBuilder out) {
    for (Object part : parts) {
      if (part instanceof Slot slot) {
        boolean parentheses =
            slot.node().role == Role.EXPRESSION && slot.node().precedence < slot.precedence();
        out.append(parentheses ? "(" : "");
        slot.node().print(out);
        out.append(parentheses ? ")" : "");
      } else {
        out.append(part);
      }
    }
  }

  @Override
  public String toString() {
    return construct + ": " + source();
  }
}
