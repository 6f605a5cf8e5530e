package dev.fermata;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Prints the stack trace of a group with those of its exceptions, numbered and indented. */
final class GroupPrinter {
  private static final String BAR = "  | ";

  /** The groups that are printed, since one may be among its own causes. */
  private final Set<Throwable> begun = Collections.newSetFromMap(new IdentityHashMap<>());

  private GroupPrinter() {}

  static String print(ExceptionGroup group) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    new GroupPrinter().lines(group, "").forEach(writer::println);
    writer.flush();
    return text.toString();
  }

  private List<String> lines(Throwable failure, String number) {
    if (!(failure instanceof ExceptionGroup group)) {
      StringWriter text = new StringWriter();
      failure.printStackTrace(new PrintWriter(text, true));
      return text.toString().lines().toList();
    }
    if (!begun.add(group)) {
      return List.of(title(group) + ", as above");
    }
    List<String> lines = new ArrayList<>(title(group).lines().toList());
    for (StackTraceElement element : group.getStackTrace()) {
      lines.add("\tat " + element);
    }
    List<Throwable> parts = group.exceptions();
    for (int i = 0; i < parts.size(); i++) {
      String own = number.isEmpty() ? String.valueOf(i + 1) : number + "." + (i + 1);
      lines.add("  +-- " + own + " of " + parts.size() + " --");
      lines(parts.get(i), own).forEach(line -> lines.add(BAR + line));
    }
    for (Throwable suppressed : group.othersSuppressed()) {
      addTo(lines, "Suppressed: ", lines(suppressed, number));
    }
    Throwable cause = group.getCause();
    if (cause != null) {
      addTo(lines, "Caused by: ", lines(cause, number));
    }
    return lines;
  }

  private static String title(ExceptionGroup group) {
    int count = group.exceptions().size();
    return group + (count == 1 ? " (1 sub-exception)" : " (" + count + " sub-exceptions)");
  }

  private static void addTo(List<String> lines, String caption, List<String> more) {
    for (int i = 0; i < more.size(); i++) {
      lines.add(i == 0 ? caption + more.get(i) : more.get(i));
    }
  }
}
