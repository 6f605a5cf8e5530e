package dev.fermata.processor.lowering;

import com.sun.source.tree.Tree;

/** A construct that cannot be transformed: reported as one error at its tree. */
public final class Untransformable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Tree tree;

  /**
   * @param tree where
   * @param message what and what to write instead, in the user's words
   */
  public Untransformable(Tree tree, String message) {
    super(message);
    this.tree = tree;
  }

  /** What cannot be transformed. */
  public Tree tree() {
    return tree;
  }
}
