package dev.fermata.fuzz.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The variables that are declared so far in a block, and those of the blocks around it. */
final class Scope {
  /**
   * Few names, so that sibling blocks declare them again, and some that generated code might like
   * for itself.
   */
  private static final List<String> NAMES =
      List.of(
          "a",
          "b",
          "c",
          "d",
          "e",
          "f",
          "i",
          "j",
          "k",
          "s",
          "t",
          "x",
          "y",
          "z",
          "v",
          "w",
          "r",
          "p",
          "q",
          "u",
          "frame",
          "execution",
          "awaited",
          "failure",
          "state",
          "value",
          "result",
          "it",
          "it$",
          "t0",
          "caller",
          "step",
          "body",
          "when",
          "element",
          "$",
          "selector",
          "index",
          "temp",
          "resume",
          "error",
          "r$",
          "iterator",
          "current");

  private final @Nullable Scope parent;
  private final boolean capture;
  private final List<Variable> variables = new ArrayList<>();
  private final Set<String> reserved = new HashSet<>();

  private Scope(@Nullable Scope parent, boolean capture) {
    this.parent = parent;
    this.capture = capture;
  }

  /** A scope with nothing around it. */
  static Scope ofMethod() {
    return new Scope(null, false);
  }

  /** A block inside this one. */
  Scope inner() {
    return new Scope(this, false);
  }

  /**
   * The body of a lambda or class inside this block: of what is around, it sees what is effectively
   * final.
   */
  Scope capturing() {
    return new Scope(this, true);
  }

  /** Adds a variable from here on. */
  Variable declare(Variable variable) {
    variables.add(variable);
    return variable;
  }

  /**
   * Lets no further variable have the names of {@code group}, a scope without braces of its own.
   */
  void reserveNamesOf(Scope group) {
    reserved.addAll(group.reserved);
    group.variables.forEach(v -> reserved.add(v.name()));
  }

  /** A fresh name that is taken from here on, though it is not declared yet. */
  String reserveName(Rand rand) {
    String name = freshName(rand);
    reserve(name);
    return name;
  }

  /** Adds what an inner scope has declared, as variables that are never assigned. */
  void adoptConstant(Scope inner) {
    inner.variables.forEach(v -> declare(Variable.constant(v.name(), v.type())));
  }

  /** Lets no further variable have that name. */
  void reserve(String name) {
    reserved.add(name);
  }

  /** Adds what a scope without braces of its own has declared. */
  void adopt(Scope inner) {
    variables.addAll(inner.variables);
    reserved.addAll(inner.reserved);
  }

  /** A name that no variable around has. */
  String freshName(Rand rand) {
    Set<String> taken = new HashSet<>();
    for (Scope scope = this; scope != null; scope = scope.parent) {
      taken.addAll(scope.reserved);
      scope.variables.forEach(v -> taken.add(v.name()));
    }
    for (int attempt = 0; attempt < 8; attempt++) {
      String name = rand.pick(NAMES);
      if (!taken.contains(name)) {
        return name;
      }
    }
    int number = 1;
    while (taken.contains("v" + number)) {
      number++;
    }
    return "v" + number;
  }

  /** Whether a variable of that name hides a field. */
  boolean hides(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.reserved.contains(name)
          || scope.variables.stream().anyMatch(v -> v.name().equals(name))) {
        return true;
      }
    }
    return false;
  }

  /** The variables in sight that satisfy the condition. */
  List<Variable> visible(Predicate<Variable> condition) {
    List<Variable> found = new ArrayList<>();
    boolean captured = false;
    for (Scope scope = this; scope != null; scope = scope.parent) {
      for (Variable variable : scope.variables) {
        if (captured && variable.capturable()) {
          Variable seen = Variable.constant(variable.name(), variable.type());
          if (condition.test(seen)) {
            found.add(seen);
          }
        } else if (!captured && condition.test(variable)) {
          found.add(variable);
        }
      }
      captured |= scope.capture;
    }
    return found;
  }
}
