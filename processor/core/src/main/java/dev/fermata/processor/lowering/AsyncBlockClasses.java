package dev.fermata.processor.lowering;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.MentionedTypes;
import dev.fermata.processor.model.Word;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Which classes the async blocks of a body name.
 *
 * <p>In: a body. Out: the classes that are named in {@code async(() -> …)}, or are the type of what
 * it captures; the machine of the block, which is a class beside that of the body, has to name them
 * too.
 */
public final class AsyncBlockClasses extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Typed typed;
  private final Set<Element> found = new LinkedHashSet<>();
  private int blocks;

  private AsyncBlockClasses(Typed typed) {
    this.typed = typed;
  }

  /** The classes that async blocks in a body mention. */
  public static Set<Element> of(Typed typed, Tree body) {
    AsyncBlockClasses classes = new AsyncBlockClasses(typed);
    Tree inside = body instanceof LambdaExpressionTree lambda ? lambda.getBody() : body;
    classes.scan(inside, null);
    return classes.found;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void p) {
    boolean block = Words.isWord(typed, tree, Word.ASYNC);
    blocks += block ? 1 : 0;
    super.visitMethodInvocation(tree, null);
    blocks -= block ? 1 : 0;
    return null;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void p) {
    Element element = blocks == 0 ? null : typed.element(tree);
    if (element instanceof TypeElement) {
      found.add(element);
    } else if (element != null) {
      found.addAll(MentionedTypes.in(element.asType()));
    }
    return null;
  }
}
