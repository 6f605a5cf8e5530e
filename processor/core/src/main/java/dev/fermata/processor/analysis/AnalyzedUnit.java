package dev.fermata.processor.analysis;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A compilation unit of the user, attributed by the private compiler. */
public final class AnalyzedUnit {
  private final CompilationUnitTree outer;
  private final CompilationUnitTree tree;
  private final AugmentedText text;
  private final Attribution attribution;

  AnalyzedUnit(
      CompilationUnitTree outer, CompilationUnitTree tree, AugmentedText text, Trees trees) {
    this.outer = outer;
    this.tree = tree;
    this.text = text;
    this.attribution = new Attribution(tree, trees, text.text());
  }

  /** The unit in the compilation that runs the processor. */
  public CompilationUnitTree outer() {
    return outer;
  }

  /** The attributed unit. */
  public CompilationUnitTree tree() {
    return tree;
  }

  /** What the compiler knows of the trees of this unit. */
  public Attribution attribution() {
    return attribution;
  }

  /**
   * The text that was analysed, to which the positions of the trees refer: the user's, with what
   * the private compiler had to know inserted. Its lines are those of the user's file.
   */
  public String text() {
    return text.text();
  }

  /**
   * The text of the user's file.
   *
   * @throws UncheckedIOException if it cannot be read any more
   */
  public String originalText() {
    try {
      return outer.getSourceFile().getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The offset in the user's file of an offset in {@link #text()}. */
  public int originalOffset(int offset) {
    return text.original(offset);
  }

  /** Whether an offset of {@link #text()} is in something that the user did not write. */
  public boolean isInserted(int offset) {
    return text.isInserted(offset);
  }

  /** The name of the user's file without its directories, {@code Crawler.java}. */
  public String fileName() {
    String name = outer.getSourceFile().getName();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
