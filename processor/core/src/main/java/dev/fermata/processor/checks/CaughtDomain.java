package dev.fermata.processor.checks;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.flow.Facts;
import dev.fermata.processor.model.RuntimeNames;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a cancellation in a clause that catches it. It is well if it is thrown, or handed
 * on to somebody who may throw it. It is lost where it is at most looked at, logged, or named as
 * the cause of another exception.
 */
final class CaughtDomain extends VariableDomain<CaughtDomain.Fate> {
  /** Types whose methods write down what they are given. */
  private static final Pattern WRITES = Pattern.compile(".*Log(ger|ging.*)?|Print(Stream|Writer)");

  private final CatchTree clause;
  private final Runnable onLost;

  /** Variables of patterns that have it, too. */
  private final Set<Element> aliases = new HashSet<>();

  /**
   * Makes one.
   *
   * @param variable what the clause calls it
   * @param onLost is called when it is lost on some way; maybe several times
   */
  CaughtDomain(Symbols symbols, Element variable, CatchTree clause, Runnable onLost) {
    super(symbols, variable);
    this.clause = clause;
    this.onLost = onLost;
  }

  @Override
  boolean isVariable(TreePath path) {
    Element element = aliases.isEmpty() ? null : symbols().elementOf(path);
    return super.isVariable(path) || (element != null && aliases.contains(element));
  }

  @Override
  public @Nullable Facts<Fate> caught(TreePath path, @Nullable Facts<Fate> body) {
    if (path.getLeaf() != clause || body == null) {
      return body;
    }
    lost(body);
    return Facts.of(Fate.CAUGHT);
  }

  @Override
  Facts<Fate> set(TreePath declaration, @Nullable TreePath value, Facts<Fate> before) {
    if (declaration.getLeaf() instanceof AssignmentTree) {
      lost(before);
      return Facts.none();
    }
    return before;
  }

  @Override
  Facts<Fate> used(TreePath path, Facts<Fate> before) {
    Usage usage = Usage.of(path);
    return switch (usage.kind()) {
      case TEST, CONSTRUCTION -> before;
      case RECEIVER -> isHandedOn(usage.by()) ? Facts.none() : before;
      case ARGUMENT -> onlyLooks(usage.by()) ? before : Facts.none();
      case THROWN, RESOURCE, OTHER -> Facts.none();
    };
  }

  /** Whether a call on it is the argument of {@code other.cancelWith(e.cancellation())}. */
  private static boolean isHandedOn(TreePath call) {
    Usage usage = Usage.of(call);
    return usage.kind() == Usage.Kind.ARGUMENT && usage.method().equals("cancelWith");
  }

  /** Whether a method that gets it writes it down, or tells whose it is. */
  private boolean onlyLooks(TreePath call) {
    if (isQuestion(call)) {
      return true;
    }
    MethodInvocationTree tree = (MethodInvocationTree) call.getLeaf();
    if (!(tree.getMethodSelect() instanceof MemberSelectTree select)) {
      return false;
    }
    TypeMirror type =
        symbols().typeOf(new TreePath(new TreePath(call, select), select.getExpression()));
    return type != null && WRITES.matcher(Symbols.simpleName(type)).matches();
  }

  /** Whether a call is {@code Cancellation.isMine(e)}. */
  private boolean isQuestion(TreePath path) {
    Element method =
        path.getLeaf() instanceof MethodInvocationTree ? symbols().elementOf(path) : null;
    return method != null
        && method.getSimpleName().contentEquals("isMine")
        && method.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals(RuntimeNames.CANCELLATION.canonicalName());
  }

  @Override
  public Facts<Fate> tested(TreePath condition, boolean outcome, Facts<Fate> before) {
    if (isQuestion(condition)) {
      return outcome ? before : Facts.none();
    }
    if (!(condition.getLeaf() instanceof InstanceOfTree test)
        || !isVariable(new TreePath(condition, test.getExpression()))) {
      return super.tested(condition, outcome, before);
    }
    TypeMirror type = testedType(condition, test);
    boolean isCancellation = type != null && symbols().includes(type, RuntimeNames.CANCELLED_ERROR);
    boolean maybe =
        type == null || isCancellation || symbols().is(type, RuntimeNames.CANCELLED_ERROR);
    return outcome ? (maybe ? before : Facts.none()) : (isCancellation ? Facts.none() : before);
  }

  private @Nullable TypeMirror testedType(TreePath condition, InstanceOfTree test) {
    if (test.getPattern() instanceof BindingPatternTree pattern) {
      TreePath path = new TreePath(new TreePath(condition, pattern), pattern.getVariable());
      Element alias = symbols().elementOf(path);
      if (alias != null) {
        aliases.add(alias);
      }
      return symbols().typeOf(path);
    }
    return test.getType() == null
        ? null
        : symbols().typeOf(new TreePath(condition, test.getType()));
  }

  @Override
  public void throwing(TreePath statement, Facts<Fate> before) {
    lost(before);
  }

  @Override
  public void returned(Facts<Fate> before) {
    lost(before);
  }

  private void lost(Facts<Fate> before) {
    if (!before.all().isEmpty()) {
      onLost.run();
    }
  }

  /** What may have become of it. */
  enum Fate {
    /** It was caught, and nothing else. */
    CAUGHT
  }
}
