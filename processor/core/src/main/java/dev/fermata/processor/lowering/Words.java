package dev.fermata.processor.lowering;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.model.Word;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tree says in the {@link Word words of the language}, past parentheses. */
public final class Words {
  private Words() {}

  /** The word that {@code tree} calls. */
  public static Optional<Word> word(Typed typed, @Nullable Tree tree) {
    return strip(tree) instanceof MethodInvocationTree call
        ? Word.of(typed.element(call))
        : Optional.empty();
  }

  /** Whether {@code tree} calls this word. */
  public static boolean isWord(Typed typed, @Nullable Tree tree, Word word) {
    return word(typed, tree).filter(word::equals).isPresent();
  }

  /** Whether {@code tree} is {@code done(…)}. */
  static boolean isDone(Typed typed, @Nullable Tree tree) {
    return strip(tree) instanceof MethodInvocationTree call
        && Word.isOfLanguage(typed.element(call), "done");
  }

  /** Whether {@code tree} is {@code end()}. */
  static boolean isEnd(Typed typed, @Nullable Tree tree) {
    return strip(tree) instanceof MethodInvocationTree call
        && Word.isOfLanguage(typed.element(call), "end");
  }

  /** {@code tree} without the parentheses around it. */
  static @Nullable Tree strip(@Nullable Tree tree) {
    Tree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return inner;
  }

  /** {@code tree} without the parentheses around it. */
  public static ExpressionTree strip(ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return inner;
  }
}
