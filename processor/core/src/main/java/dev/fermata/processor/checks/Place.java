package dev.fermata.processor.checks;

import com.sun.source.tree.SynchronizedTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.model.BodyKind;
import java.util.Optional;

/**
 * Where in the program something stands.
 *
 * @param region what kind of code it is
 * @param member the innermost member of a class around it
 * @param bodyKind in a transformed body, what that is, if its method says so
 * @param monitor in a transformed body, the innermost {@code synchronized} block around it
 */
record Place(
    Region region,
    TreePath member,
    Optional<BodyKind> bodyKind,
    Optional<SynchronizedTree> monitor) {

  /** Kinds of code, by what may wait in them. */
  enum Region {
    /** The body of an {@code @Async} method. */
    METHOD,
    /** The block of {@code async(() -> …)}. */
    BLOCK,
    /** A lambda in one of these. */
    LAMBDA,
    /** An anonymous or local class in one of these. */
    CLASS,
    /** Everything else. */
    OUTSIDE
  }

  /** Whether it is transformed, so that it can wait. */
  boolean isTransformed() {
    return region == Region.METHOD || region == Region.BLOCK;
  }
}
