package dev.fermata.processor.graph;

import com.sun.source.tree.Tree;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a record pattern, which is part of the tree API since JDK 21. */
public final class RecordPatterns {
  private static final String INTERFACE = "com.sun.source.tree.DeconstructionPatternTree";
  private static final @Nullable Method NESTED = nestedPatterns();

  private RecordPatterns() {}

  private static @Nullable Method nestedPatterns() {
    try {
      return Runtime.version().feature() >= 21
          ? Class.forName(INTERFACE).getMethod("getNestedPatterns")
          : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Whether a tree is a record pattern. */
  public static boolean is(@Nullable Tree tree) {
    return tree != null && NESTED != null && NESTED.getDeclaringClass().isInstance(tree);
  }

  /** The patterns of its components. */
  @SuppressWarnings("unchecked")
  public static List<? extends Tree> nested(Tree pattern) {
    if (NESTED == null) {
      throw new IllegalStateException("no record patterns in this version");
    }
    try {
      return (List<? extends Tree>) NESTED.invoke(pattern);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the tree API changed", e);
    }
  }
}
