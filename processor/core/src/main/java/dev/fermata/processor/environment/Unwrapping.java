package dev.fermata.processor.environment;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Finds javac's own environment behind those that build tools put before it.
 *
 * <p>IntelliJ IDEA hands out a dynamic proxy, Gradle a class with a delegate; neither offers a way
 * to what is behind it that does not change from release to release. What they have in common is
 * that the wrapper holds what it wraps, directly or by one or two objects more. So the objects that
 * the wrapper holds are searched, breadth first and within bounds, for one that javac accepts.
 */
final class Unwrapping {
  private static final int MOST_OBJECTS = 500;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> waiting = new ArrayDeque<>();

  private Unwrapping() {}

  static Optional<JavacEnvironment> javacEnvironment(ProcessingEnvironment given) {
    return new Unwrapping().search(given);
  }

  private Optional<JavacEnvironment> search(ProcessingEnvironment given) {
    visit(given);
    while (!waiting.isEmpty()) {
      Object next = waiting.remove();
      if (next instanceof ProcessingEnvironment environment) {
        Optional<JavacEnvironment> found = accepted(environment);
        if (found.isPresent()) {
          return found;
        }
      }
      visitWhatIsHeldBy(next);
    }
    return Optional.empty();
  }

  private static Optional<JavacEnvironment> accepted(ProcessingEnvironment environment) {
    try {
      Trees trees = Trees.instance(environment);
      JavacTask.instance(environment);
      return Optional.of(new JavacEnvironment(environment, trees));
    } catch (RuntimeException | LinkageError notJavacs) {
      return Optional.empty();
    }
  }

  private void visitWhatIsHeldBy(Object holder) {
    if (Proxy.isProxyClass(holder.getClass())) {
      visit(Proxy.getInvocationHandler(holder));
      return;
    }
    for (Class<?> c = holder.getClass(); c != null && !isOfJdk(c); c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        visit(read(field, holder));
      }
    }
  }

  private static @Nullable Object read(Field field, Object holder) {
    if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
      return null;
    }
    try {
      return field.trySetAccessible() ? field.get(holder) : null;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError closed) {
      return null;
    }
  }

  private void visit(@Nullable Object object) {
    if (object != null && leadsFurther(object) && seen.size() < MOST_OBJECTS && seen.add(object)) {
      waiting.add(object);
    }
  }

  private static boolean leadsFurther(Object object) {
    return object instanceof ProcessingEnvironment
        || object instanceof InvocationHandler
        || !isOfJdk(object.getClass());
  }

  private static boolean isOfJdk(Class<?> c) {
    return c.isArray() || c.getName().startsWith("java.") || c.getName().startsWith("javax.");
  }
}
