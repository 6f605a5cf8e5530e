package dev.fermata.internal.task;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the user's lines of a trace from those of the runtime and of the JDK. */
final class UserPlaces {
  private static final Pattern NOT_OF_USER =
      Pattern.compile(
          "at (java|javax|jdk|sun)\\..*"
              + "|at dev\\.fermata\\.((sync|machine|patterns|internal\\.\\w+)\\.)?[A-Z].*"
              + "|and .*");

  private UserPlaces() {}

  /** Returns the first place of the user's; null if there is none. */
  static @Nullable String first(List<String> lines) {
    for (String line : lines) {
      if (!NOT_OF_USER.matcher(line).matches()) {
        return line.substring("at ".length());
      }
    }
    return null;
  }
}
