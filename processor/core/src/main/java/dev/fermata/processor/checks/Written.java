package dev.fermata.processor.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.Finding;
import java.io.IOException;

/**
 * Tells trees that the user has written from those that another processor has put into the class,
 * as Lombok does. These claim to stand where the annotation stands, or the field, that they were
 * made for; and there is nothing there that the user could write in another way.
 */
final class Written {
  private static final String UNICODE_ESCAPE = "\\u";

  private final SourcePositions positions;

  Written(SourcePositions positions) {
    this.positions = positions;
  }

  /** Whether the source has, where the tree of a finding should be, what the tree says. */
  boolean isBy(Finding finding) {
    TreePath path = finding.at();
    CompilationUnitTree unit = path.getCompilationUnit();
    long start = positions.getStartPosition(unit, path.getLeaf());
    long end = positions.getEndPosition(unit, path.getLeaf());
    if (start < 0 || end < start) {
      return true;
    }
    try {
      CharSequence all = unit.getSourceFile().getCharContent(true);
      String text = all.subSequence((int) start, (int) Math.min(end, all.length())).toString();
      return text.contains(mark(path.getLeaf())) || text.contains(UNICODE_ESCAPE);
    } catch (IOException unreadable) {
      return true;
    }
  }

  /** A part of what the user has to write for such a tree. */
  private static String mark(Tree tree) {
    return switch (tree.getKind()) {
      case IDENTIFIER -> ((IdentifierTree) tree).getName().toString();
      case MEMBER_SELECT -> ((MemberSelectTree) tree).getIdentifier().toString();
      case VARIABLE -> ((VariableTree) tree).getName().toString();
      case CLASS -> ((ClassTree) tree).getSimpleName().toString();
      case METHOD ->
          ((MethodTree) tree).getReturnType() == null
              ? ""
              : ((MethodTree) tree).getName().toString();
      case MEMBER_REFERENCE -> "::";
      case LAMBDA_EXPRESSION -> "->";
      case METHOD_INVOCATION -> "(";
      case NEW_CLASS -> "new";
      case TRY -> "try";
      case RETURN -> "return";
      default -> "";
    };
  }
}
