package dev.fermata.oracle;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.CancelledError;
import dev.fermata.ExceptionGroup;
import dev.fermata.GeneratorClosed;
import dev.fermata.SignalInterrupt;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows values as Python does. */
final class Py {
  private Py() {}

  static String str(Object value) {
    return value instanceof String text ? text : repr(value);
  }

  static String repr(Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value instanceof String text) {
      return text.contains("'") ? '"' + text + '"' : "'" + text + "'";
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(Py::repr).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.toString();
  }

  /** Shows a failure in one line, as {@code x} of the oracle does. */
  static String error(Throwable failure) {
    if (failure == null) {
      return "None";
    }
    if (failure instanceof ExceptionGroup group) {
      return group.exceptions().stream()
          .map(Py::error)
          .collect(
              Collectors.joining(", ", "ExceptionGroup(" + repr(group.getMessage()) + ")[", "]"));
    }
    return name(failure) + "(" + args(failure) + ")";
  }

  private static String name(Throwable failure) {
    if (failure instanceof AsyncTimeoutException) {
      return "TimeoutError";
    }
    if (failure instanceof GeneratorClosed) {
      return "GeneratorExit";
    }
    if (failure instanceof SignalInterrupt) {
      return "KeyboardInterrupt";
    }
    return failure.getClass().getSimpleName();
  }

  private static String args(Throwable failure) {
    if (failure instanceof PyError error) {
      return Arrays.stream(error.args()).map(Py::repr).collect(Collectors.joining(", "));
    }
    boolean silent =
        failure.getMessage() == null
            || failure instanceof SignalInterrupt
            || (!(failure instanceof CancelledError) && failure instanceof AsyncTimeoutException);
    return silent ? "" : repr(failure.getMessage());
  }

  /** Shows nanoseconds as seconds, as {@code %g} does. */
  static String seconds(long nanos) {
    String text = String.format(Locale.ROOT, "%.6f", nanos / 1e9);
    return text.replaceAll("\\.?0+$", "");
  }
}
