package dev.fermata.internal.body;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutines;
import dev.fermata.machine.Body;
import java.util.List;
import java.util.stream.Stream;

/** Says what is wrong when a word is used outside a transformed body. */
final class Outside {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Outside() {}

  static IllegalStateException error(String word) {
    List<Class<?>> users =
        WALKER.walk(
            frames ->
                frames
                    .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(owner -> !isOurs(owner))
                    .toList());
    String problem = word + "(…) is for the body of an @Async method";
    if (users.isEmpty()) {
      return new IllegalStateException(problem);
    }
    Class<?> owner = outermostMember(users.get(0));
    return new IllegalStateException(
        problem + ", in the class that is generated for it: " + advice(owner, users));
  }

  private static String advice(Class<?> owner, List<Class<?>> callers) {
    String generated = Body.generatedName(owner);
    String name = owner.getCanonicalName();
    return callers.stream()
        .flatMap(caller -> childOf(owner, caller))
        .filter(child -> !child.getName().equals(generated))
        .findFirst()
        .map(child -> "let %s extend %s instead of %s".formatted(child.getName(), generated, name))
        .orElseGet(
            () ->
                "instantiate %1$s instead of %2$s, let subclasses extend it, and call static methods as those of %1$s"
                    .formatted(generated, name));
  }

  /** The class right below {@code owner} through which {@code type} is a subclass of it. */
  private static Stream<Class<?>> childOf(Class<?> owner, Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getSuperclass() == owner) {
        return Stream.of(at);
      }
    }
    return Stream.empty();
  }

  private static boolean isOurs(Class<?> owner) {
    return owner == Coroutines.class
        || owner == AsyncCloseable.class
        || owner.getPackageName().startsWith("dev.fermata.internal.");
  }

  /** Anonymous and local classes, and lambdas, belong to the class that they stand in. */
  private static Class<?> outermostMember(Class<?> owner) {
    Class<?> named = owner;
    while (named.getCanonicalName() == null && named.getEnclosingClass() != null) {
      named = named.getEnclosingClass();
    }
    return named;
  }
}
