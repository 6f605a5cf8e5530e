package dev.fermata.machine;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

  private final Class<?> owner;
  private final String method;
  private final @Nullable String file;
  private final int[] lineOfState;
  private final String lines;

  private Body(
      Class<?> owner, String method, @Nullable String file, int[] lineOfState, String lines) {
    this.owner = owner;
    this.method = method;
    this.file = file;
    this.lineOfState = lineOfState;
    this.lines = lines;
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
    return new Body(owner, method, file, lineOfState.clone(), "");
  }

  /**
   * Describes a body with many states.
   *
   * @param lineOfState the lines, separated by spaces: a text takes less of a class's initialiser
   *     than numbers
   */
  public static Body of(Class<?> owner, String method, @Nullable String file, String lineOfState) {
    int[] lines = Arrays.stream(lineOfState.split(" ")).mapToInt(Integer::parseInt).toArray();
    return new Body(owner, method, file, lines, "");
  }

  /**
   * Returns this description with the lines of the generated source.
   *
   * @param table pairs {@code generated:original} in the order of lines, separated by spaces. A
   *     line in between is as far from its original as the pair before it; where the original is 0,
   *     code begins that has none
   */
  public Body lines(String table) {
    Body complete = new Body(owner, method, file, lineOfState, table);
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
    String type = element.getClassName();
    int nested = type.indexOf('$');
    List<WeakReference<Body>> bodies = GENERATED.get(nested < 0 ? type : type.substring(0, nested));
    if (bodies == null) {
      return element;
    }
    String name = element.getMethodName();
    if (name.equals("step")) {
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
