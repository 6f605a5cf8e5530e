package dev.fermata.processor.checks;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.flow.Facts;
import dev.fermata.processor.model.RuntimeNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the resources in a local variable. One that is passed on is the affair of others.
 * A generator needs to be closed when it was begun.
 */
final class ResourceDomain extends VariableDomain<ResourceDomain.Value> {
  private static final Set<String> CLOSING =
      Set.of("close", "closeAsync", "release", "exit", "moveAll", "discard");
  private static final Set<String> BEGINNING = Set.of("moveNext", "throwIn");

  private final Obtaining obtaining;
  private final Consumer<TreePath> onUnclosed;
  private final Map<Tree, TreePath> origins = new LinkedHashMap<>();

  /**
   * Makes one.
   *
   * @param onUnclosed is told of the expression that gives a resource which is not closed
   */
  ResourceDomain(
      Symbols symbols, Element variable, Obtaining obtaining, Consumer<TreePath> onUnclosed) {
    super(symbols, variable);
    this.obtaining = obtaining;
    this.onUnclosed = onUnclosed;
  }

  @Override
  Facts<Value> set(TreePath declaration, @Nullable TreePath value, Facts<Value> before) {
    unclosed(before);
    if (value == null || !obtaining.obtains(value)) {
      return Facts.none();
    }
    origins.put(value.getLeaf(), value);
    return Facts.of(
        new Value(
            value.getLeaf(),
            !symbols().is(value, RuntimeNames.ASYNC_GENERATOR),
            obtaining.isInUse(value)));
  }

  @Override
  Facts<Value> used(TreePath path, Facts<Value> before) {
    Usage usage = Usage.of(path);
    return switch (usage.kind()) {
      case TEST -> before;
      case RECEIVER -> called(usage.method(), before);
      case ARGUMENT, CONSTRUCTION, THROWN, RESOURCE, OTHER -> Facts.none();
    };
  }

  private static Facts<Value> called(String method, Facts<Value> before) {
    if (CLOSING.contains(method)) {
      return Facts.none();
    }
    return BEGINNING.contains(method)
        ? before.map(value -> new Value(value.origin(), true, true))
        : before;
  }

  @Override
  public void returned(Facts<Value> before) {
    unclosed(before);
  }

  @Override
  public void thrown(Facts<Value> before) {
    before.all().stream().filter(Value::isInUse).forEach(this::unclosed);
  }

  private void unclosed(Facts<Value> values) {
    values.all().forEach(this::unclosed);
  }

  private void unclosed(Value value) {
    TreePath origin = origins.get(value.origin());
    if (value.isOpen() && origin != null) {
      onUnclosed.accept(origin);
    }
  }

  /**
   * A resource that was obtained.
   *
   * @param origin the expression that gives it
   * @param isOpen whether it needs to be closed
   * @param isInUse whether it needs that after an exception, too
   */
  record Value(Tree origin, boolean isOpen, boolean isInUse) {}
}
