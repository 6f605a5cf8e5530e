package dev.fermata.processor.analysis;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;

/**
 * A unit as the user wrote it: its text, and its trees as they come from the parser.
 *
 * @param outer the unit in the outer compilation, where processors may have changed it
 * @param tree the parsed unit, which nobody has changed
 * @param spelling the text of the user, without escapes
 * @param positions of the parsed unit
 */
record UnitText(
    CompilationUnitTree outer,
    CompilationUnitTree tree,
    AugmentedText spelling,
    SourcePositions positions) {

  String text() {
    return spelling.text();
  }

  int start(Tree node) {
    return (int) positions.getStartPosition(tree, node);
  }

  int end(Tree node) {
    return (int) positions.getEndPosition(tree, node);
  }

  String slice(Tree node) {
    return text().substring(start(node), end(node));
  }
}
