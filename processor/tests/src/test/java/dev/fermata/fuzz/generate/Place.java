package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.JavaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of a program stands, and what that allows.
 *
 * @param mayAwait whether suspension is possible here
 * @param mayThrow whether checked exceptions are declared or caught around
 * @param emitted the type of the elements, where it is directly the body of a generator
 * @param targets where jumps may lead, innermost last
 * @param labels the labels of all statements around, also of those that no jump from here may lead
 *     to
 * @param depth how many levels of nesting are left
 */
record Place(
    Scope scope,
    Body body,
    boolean mayAwait,
    boolean mayThrow,
    @Nullable JavaType emitted,
    List<Target> targets,
    List<String> labels,
    int depth) {

  /** The start of an async method. */
  static Place ofMethod(Scope scope, Body body, boolean mayThrow, int depth) {
    return new Place(
        scope,
        body,
        true,
        mayThrow,
        body.kind() == Body.Kind.GENERATOR ? body.result() : null,
        List.of(),
        List.of(),
        depth);
  }

  /** A block in here. */
  Place inner() {
    return within(scope.inner());
  }

  /** The same with another scope. */
  Place within(Scope newScope) {
    return new Place(newScope, body, mayAwait, mayThrow, emitted, targets, labels, depth);
  }

  /** One level further down. */
  Place deeper() {
    return new Place(scope, body, mayAwait, mayThrow, emitted, targets, labels, depth - 1);
  }

  /** The same with no more than so many levels left. */
  Place atMost(int levels) {
    return new Place(
        scope, body, mayAwait, mayThrow, emitted, targets, labels, Math.min(depth, levels));
  }

  /** The body of something that jumps may lead to. */
  Place inside(Target target) {
    List<Target> more = new ArrayList<>(targets);
    more.add(target);
    List<String> named = labels;
    if (target.label() != null) {
      named = new ArrayList<>(labels);
      named.add(target.label());
    }
    return new Place(scope, body, mayAwait, mayThrow, emitted, List.copyOf(more), named, depth);
  }

  /** Where no break or continue can stand but those inside. */
  Place withoutJumps() {
    return new Place(scope, body, mayAwait, mayThrow, emitted, List.of(), labels, depth);
  }

  /** Where checked exceptions are handled. */
  Place throwing() {
    return new Place(scope, body, mayAwait, true, emitted, targets, labels, depth);
  }

  /**
   * The body of a lambda or of a class: no await, no jumps, no checked exceptions, captured
   * variables.
   */
  Place plainBody(Body plain) {
    return new Place(
        scope.capturing(), plain, false, false, null, List.of(), labels, Math.min(depth, 2));
  }

  /** The body of an async block: awaits, no jumps, any exception, captured variables. */
  Place asyncBlock(Body block) {
    return new Place(scope.capturing(), block, true, true, null, List.of(), labels, depth);
  }

  /** An arm of a switch expression: awaits, but no jump out. */
  Place arm(Body arm) {
    return new Place(scope.inner(), arm, mayAwait, mayThrow, emitted, List.of(), labels, depth);
  }

  /** Where nothing may suspend, such as a synchronized block. */
  Place awaitless() {
    return new Place(scope, body, false, mayThrow, null, targets, labels, depth);
  }

  /** Whether there is an object of the program's class, so that its members can be used. */
  boolean hasSelf() {
    return !body.self().isEmpty();
  }

  /** Whether {@code this} is an object of the program's class. */
  boolean hasThis() {
    return body.self().equals("this");
  }
}
