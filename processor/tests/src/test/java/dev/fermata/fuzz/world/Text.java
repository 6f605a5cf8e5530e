package dev.fermata.fuzz.world;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as text that does not depend on the class loader, on addresses in memory, or on how code
 * was generated.
 */
final class Text {
  private static final int LONGEST = 200;

  private Text() {}

  static String of(@Nullable Object value) {
    String text = describe(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "#" + text.hashCode();
  }

  private static String describe(@Nullable Object value) {
    if (value instanceof Throwable failure) {
      return failure(failure, 0);
    }
    if (value instanceof Object[] || (value != null && value.getClass().isArray())) {
      String wrapped = Arrays.deepToString(new Object[] {value});
      return wrapped.substring(1, wrapped.length() - 1);
    }
    boolean shown =
        value == null
            || value instanceof String
            || value instanceof Number
            || value instanceof Character
            || value instanceof Boolean
            || value instanceof Enum<?>
            || value instanceof Record
            || value instanceof Collection<?>
            || value instanceof Map<?, ?>
            || value.getClass().getPackage() == Text.class.getPackage();
    return shown ? String.valueOf(value) : "object";
  }

  private static String failure(Throwable failure, int depth) {
    StringBuilder text = new StringBuilder(failure.getClass().getSimpleName());
    boolean own = failure.getClass().getPackage() == Text.class.getPackage();
    if (own
        || failure instanceof IllegalStateException
        || failure instanceof AssertionError
        || bounds(failure)) {
      text.append(':').append(failure.getMessage());
    }
    if (depth < 4) {
      if (failure.getCause() != null) {
        text.append(" cause ").append(failure(failure.getCause(), depth + 1));
      }
      for (Throwable suppressed : failure.getSuppressed()) {
        text.append(" suppressed ").append(failure(suppressed, depth + 1));
      }
    }
    return text.toString();
  }

  private static boolean bounds(Throwable failure) {
    return failure instanceof IndexOutOfBoundsException
        || failure instanceof NegativeArraySizeException;
  }
}
