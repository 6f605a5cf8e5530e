package dev.fermata.processor;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * Says that the processor itself has failed: one error with all that a bug report needs. What fails
 * after it is not said, for it may well be a consequence.
 */
final class InternalErrors {
  /** javac's way to say that a class file is missing which the user's code needs. */
  private static final String MISSING_CLASS = "CompletionFailure";

  /** A stack that has overflown repeats itself. */
  private static final int MOST_FRAMES = 60;

  private final Messager messager;
  private boolean said;

  InternalErrors(Messager messager) {
    this.messager = messager;
  }

  /** Says that the processor failed at {@code element}. */
  void say(Throwable failure, Element element) {
    if (!said) {
      said = true;
      messager.printMessage(Diagnostic.Kind.ERROR, textOf(failure, " in " + element), element);
    }
  }

  /** Says that the processor failed. */
  void say(Throwable failure) {
    if (!said) {
      said = true;
      messager.printMessage(Diagnostic.Kind.ERROR, textOf(failure, ""));
    }
  }

  private static String textOf(Throwable failure, String where) {
    if (failure.getClass().getSimpleName().equals(MISSING_CLASS)) {
      return String.valueOf(failure.getMessage());
    }
    String version =
        Optional.ofNullable(InternalErrors.class.getPackage().getImplementationVersion())
            .orElse("(development build)");
    for (Throwable part = failure; part != null; part = part.getCause()) {
      StackTraceElement[] frames = part.getStackTrace();
      part.setStackTrace(Arrays.copyOf(frames, Math.min(frames.length, MOST_FRAMES)));
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    return "Fermata failed%s; please report this with Fermata %s, Java %s%n%s"
        .formatted(where, version, System.getProperty("java.vm.version"), trace);
  }
}
