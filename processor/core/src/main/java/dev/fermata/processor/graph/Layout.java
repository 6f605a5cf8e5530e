package dev.fermata.processor.graph;

import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * How a body is laid out: what the passes over its graph have decided.
 *
 * <p>In: the graph as lowering has made it. Out: a smaller graph, and where each of its parts is to
 * be written.
 *
 * @param lifted the classes of the body that become members of the generated class
 * @param liveness which locals are needed where
 * @param placement which blocks are states, and where locals live
 * @param order the numbers of the states
 * @param chunks which states share a method
 */
public record Layout(
    Graph graph,
    List<LiftedClass> lifted,
    Liveness liveness,
    Placement placement,
    StateOrder order,
    Chunks chunks) {

  /**
   * Runs the passes.
   *
   * @param elements what a tree of the body names
   * @param blockClasses the classes of the body that async blocks name
   * @param stem begins the names of lifted classes
   * @param object the type {@code Object}
   */
  public static Layout of(
      Graph graph,
      Function<Tree, @Nullable Element> elements,
      Set<Element> blockClasses,
      String stem,
      TypeMirror object) {
    Simplifier.simplify(graph);
    UnreadTemporaries.drop(graph, elements);
    Sizes sizes = new Sizes();
    Splitter.split(graph, sizes);
    List<LiftedClass> lifted = ClassLifting.lift(graph, elements, blockClasses, stem, object);
    Liveness liveness = new Liveness(graph, elements);
    Placement placement = new Placement(graph, liveness, sizes);
    StateOrder order = new StateOrder(graph, placement);
    Chunks chunks = new Chunks(graph, order, placement, liveness, sizes);
    placement.place(chunks);
    return new Layout(graph, lifted, liveness, placement, order, chunks);
  }

  /** Whether the body is written as several methods. */
  public boolean isLarge() {
    return chunks.all().size() > 1;
  }
}
