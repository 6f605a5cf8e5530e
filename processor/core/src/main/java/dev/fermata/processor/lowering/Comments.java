package dev.fermata.processor.lowering;

import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.graph.Instruction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries the user's comments between statements over to where the statements go. */
final class Comments {
  private static final Pattern COMMENT =
      Pattern.compile("//[^\\n\\r]*|/\\*.*?\\*/", Pattern.DOTALL);

  private final Lowering lowering;

  Comments(Lowering lowering) {
    this.lowering = lowering;
  }

  /**
   * The comments before a statement.
   *
   * @param previous the statement before it in its block, or null
   */
  void before(@Nullable StatementTree previous, StatementTree statement) {
    Typed typed = lowering.typed();
    int end = typed.start(statement);
    int start = previous != null ? typed.end(previous) : opening(statement, end);
    if (start < 0 || start >= end) {
      return;
    }
    Matcher comments = COMMENT.matcher(typed.text().substring(start, end));
    while (comments.find()) {
      String text =
          comments.group().lines().map(String::strip).reduce((a, b) -> a + "\n " + b).orElse("");
      lowering.add(new Instruction.Remark(text));
    }
  }

  /** Behind the brace that opens the block around the first statement. */
  private int opening(StatementTree statement, int end) {
    Tree parent = lowering.typed().parent(statement);
    int from = lowering.typed().start(parent);
    int brace = from < 0 ? -1 : lowering.typed().text().indexOf('{', from);
    return brace < 0 || brace >= end ? -1 : brace + 1;
  }
}
