package dev.fermata.internal.body;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutines;
import dev.fermata.machine.Body;
import java.util.Optional;

/** Says what is wrong when a word is used outside a transformed body. */
final class Outside {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Outside() {}

  static IllegalStateException error(String word) {
    Optional<Class<?>> user =
        WALKER.walk(
            frames ->
                frames
                    .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(owner -> !isOurs(owner))
                    .findFirst());
    String problem = word + "(…) is for the body of an @Async method";
    if (user.isEmpty()) {
      return new IllegalStateException(problem);
    }
    Class<?> owner = outermostMember(user.get());
    String generated = Body.generatedName(owner);
    return new IllegalStateException(
        problem
            + ", in the class that is generated for it: make a new "
            + generated
            + " instead of a "
            + owner.getCanonicalName()
            + ", and call its static methods as those of "
            + generated);
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
