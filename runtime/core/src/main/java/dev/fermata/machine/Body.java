package dev.fermata.machine;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The source of a machine: the method that the user wrote, and the line of each of its states.
 *
 * <p>Generated code has one constant of it per method.
 */
public final class Body {
  /**
   * The bodies with lines, by the names of their generated classes, which hold them for as long as
   * they are loaded.
   */
  private static final Map<String, List<WeakReference<Body>>> GENERATED = new ConcurrentHashMap<>();

  private static final Pattern BLOCK = Pattern.compile(".*\\$async\\d+\\$Frame");

  private static final Pattern ACCESS = Pattern.compile(".*\\$(call|get|set|new)\\d*");

  private final Class<?> owner;
  private final String method;
  private final @Nullable String file;
  private final int[] lineOfState;
  private final String lines;
  private final boolean implied;

  private Body(
      Class<?> owner,
      String method,
      @Nullable String file,
      int[] lineOfState,
      String lines,
      boolean implied) {
    this.owner = owner;
    this.method = method;
    this.file = file;
    this.lineOfState = lineOfState;
    this.lines = lines;
    this.implied = implied;
  }

  /**
   * Describes a body.
   *
   * @param owner the class that declares the method
   * @param method the name of the method
   * @param file the simple name of the source file
   * @param lineOfState the line in that file at which the machine is in state 0, 1, …
   */
  public static Body of(Class<?> owner, String method, @Nullable String file, int... lineOfState) {
    return new Body(owner, method, file, lineOfState.clone(), "", false);
  }

  /**
   * Describes a body of the runtime that runs where no call of it is written, as at the end of a
   * {@code try}. Stack traces do not show it.
   */
  public static Body implied(Class<?> owner, String method, String file) {
    return new Body(owner, method, file, new int[0], "", true);
  }

  /** Returns whether stack traces leave it out. */
  boolean isImplied() {
    return implied;
  }

  /**
   * Describes a body with many states.
   *
   * @param lineOfState the lines, separated by spaces: a text takes less of a class's initialiser
   *     than numbers
   */
  public static Body of(Class<?> owner, String method, @Nullable String file, String lineOfState) {
    int[] lines = Arrays.stream(lineOfState.split(" ")).mapToInt(Integer::parseInt).toArray();
    return new Body(owner, method, file, lines, "", false);
  }

  /**
   * Returns this description with the lines of the generated source.
   *
   * @param table pairs {@code generated:original} in the order of lines, separated by spaces. A
   *     line in between is as far from its original as the pair before it; where the original is 0,
   *     code begins that has none
   */
  public Body lines(String table) {
    Body complete = new Body(owner, method, file, lineOfState, table, false);
    GENERATED
        .computeIfAbsent(generatedName(owner), name -> new CopyOnWriteArrayList<>())
        .add(new WeakReference<>(complete));
    return complete;
  }

  /**
   * Returns the place in the source of an element of a stack trace, whatever made it: null for what
   * stands between a body and its awaits, the element itself where it is not in generated code.
   */
  static @Nullable StackTraceElement source(StackTraceElement element) {
    List<WeakReference<Body>> bodies = generatedIn(element);
    if (bodies == null) {
      return element;
    }
    String name = element.getMethodName();
    if (name.equals("step") || isGlue(element)) {
      return null;
    }
    boolean lambda = name.startsWith("lambda$");
    for (WeakReference<Body> reference : bodies) {
      Body body = reference.get();
      if (body != null && (lambda || name.startsWith(body.method + "$"))) {
        StackTraceElement original = body.ofGenerated(element, lambda ? "lambda$" : "");
        if (!original.equals(element)) {
          return original;
        }
      }
    }
    return element;
  }

  private static @Nullable List<WeakReference<Body>> generatedIn(StackTraceElement element) {
    String type = element.getClassName();
    int nested = type.indexOf('$');
    return GENERATED.get(nested < 0 ? type : type.substring(0, nested));
  }

  /**
   * Returns whether an element of a stack trace is in generated code that stands for none of the
   * user's: the method that makes a frame, that frame's constructor, and what gives bodies access
   * to private members.
   */
  static boolean isGlue(StackTraceElement element) {
    List<WeakReference<Body>> bodies = generatedIn(element);
    if (bodies == null) {
      return false;
    }
    String type = element.getClassName();
    String name = element.getMethodName();
    if (name.equals("<init>")) {
      return type.endsWith("$Frame");
    }
    if (ACCESS.matcher(name).matches()) {
      return true;
    }
    return type.indexOf('$') < 0
        && bodies.stream()
            .map(WeakReference::get)
            .anyMatch(body -> body != null && name.equals(body.method));
  }

  /**
   * Returns the place in the source of an element that is in generated code; the element itself if
   * that is not known.
   *
   * @param prefix what the name of the method begins with
   */
  StackTraceElement ofGenerated(StackTraceElement element, String prefix) {
    int line = originalOf(element.getLineNumber());
    return line == 0
        ? element
        : new StackTraceElement(owner.getName(), prefix + method, file, line);
  }

  private int originalOf(int generated) {
    int original = 0;
    int start = 0;
    for (String pair : lines.isEmpty() ? new String[0] : lines.split(" ")) {
      int colon = pair.indexOf(':');
      int next = Integer.parseInt(pair.substring(0, colon));
      if (next > generated) {
        break;
      }
      start = next;
      original = Integer.parseInt(pair.substring(colon + 1));
    }
    return original == 0 ? 0 : original + generated - start;
  }

  /**
   * Returns the name of the class that is generated for one, in the same package.
   *
   * @param owner the class that declares the methods
   */
  public static String generatedName(Class<?> owner) {
    String inPackage = owner.getPackageName();
    String nested = owner.getName().substring(inPackage.isEmpty() ? 0 : inPackage.length() + 1);
    String simple = "Async" + nested.replace('$', '_');
    return inPackage.isEmpty() ? simple : inPackage + "." + simple;
  }

  /** Returns whether a generated class is that of an {@code async} block in a body. */
  static boolean isOfBlock(Class<?> machine) {
    return BLOCK.matcher(machine.getName()).matches();
  }

  /** Returns the file and line where it begins. */
  String beginning() {
    return file + ":" + at(0).getLineNumber();
  }

  /** Returns the place in the source that a machine in {@code state} stands at. */
  public StackTraceElement at(int state) {
    int line = state >= 0 && state < lineOfState.length ? lineOfState[state] : -1;
    return new StackTraceElement(owner.getName(), method, file, line);
  }

  @Override
  public String toString() {
    return owner.getName() + "." + method;
  }
}
