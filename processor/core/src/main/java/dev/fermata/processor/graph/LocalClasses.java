package dev.fermata.processor.graph;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * The classes, records, enums and interfaces that a body declares.
 *
 * <p>In: the graph. Out: what each of them captures; and, once blocks are placed, which are used
 * beyond the state that declares them, so that they have to be declared at the head of the step
 * method.
 */
public final class LocalClasses {
  private final Map<Element, ClassTree> trees = new LinkedHashMap<>();
  private final Map<Element, Block> homes = new LinkedHashMap<>();
  private final Set<Element> hoisted = new LinkedHashSet<>();

  /** Finds the classes of a graph and what they capture. */
  public LocalClasses(Graph graph, Function<Tree, @Nullable Element> elements) {
    Map<Element, Uses> uses = new LinkedHashMap<>();
    for (Block block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.LocalClass declared) {
          Element element = elements.apply(declared.tree());
          if (element != null) {
            trees.put(element, declared.tree());
            homes.put(element, block);
            uses.put(element, Uses.of(graph, elements, instruction));
          }
        }
      }
    }
    for (Element type : trees.keySet()) {
      Set<Local> captured = new LinkedHashSet<>();
      collect(type, uses, captured, new HashSet<>());
      graph.captures(type, captured);
    }
  }

  private static void collect(
      Element type, Map<Element, Uses> uses, Set<Local> captured, Set<Element> seen) {
    Uses own = uses.get(type);
    if (own != null && seen.add(type)) {
      captured.addAll(own.reads());
      own.classes().forEach(other -> collect(other, uses, captured, seen));
    }
  }

  /**
   * Decides which classes are hoisted; again and again, since a hoisted class or local may name
   * another.
   */
  void place(Graph graph, Liveness liveness, Placement placement) {
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Block block : graph.blocks()) {
        for (Uses uses : liveness.uses(block)) {
          for (Element type : uses.classes()) {
            Block home = homes.get(type);
            if (home != null && !placement.isWithin(block, home)) {
              grows |= hoisted.add(type);
            }
          }
        }
      }
      for (Local local : graph.locals()) {
        if (local.hoisted()) {
          for (Element type : mentioned(local.type())) {
            grows |= trees.containsKey(type) && hoisted.add(type);
          }
        }
      }
      for (Element type : List.copyOf(hoisted)) {
        for (Element other : named(graph, type)) {
          grows |= trees.containsKey(other) && hoisted.add(other);
        }
      }
    }
  }

  private List<Element> named(Graph graph, Element type) {
    List<Element> named = new ArrayList<>();
    for (Local local : graph.capturedBy(type)) {
      named.addAll(mentioned(local.type()));
    }
    if (type instanceof TypeElement element) {
      named.addAll(mentioned(element.getSuperclass()));
      element.getInterfaces().forEach(i -> named.addAll(mentioned(i)));
    }
    return named;
  }

  private static List<Element> mentioned(TypeMirror type) {
    List<Element> found = new ArrayList<>();
    if (type instanceof ArrayType array) {
      found.addAll(mentioned(array.getComponentType()));
    } else if (type instanceof DeclaredType declared) {
      found.add(declared.asElement());
      declared.getTypeArguments().forEach(argument -> found.addAll(mentioned(argument)));
    } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      found.addAll(mentioned(wildcard.getExtendsBound()));
    }
    return found;
  }

  /** The classes that are declared at the head of the step method, in the order of the source. */
  public List<ClassTree> hoisted() {
    return trees.entrySet().stream()
        .filter(entry -> hoisted.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** What a hoisted class captures. */
  public Set<Local> captured(Graph graph, ClassTree tree) {
    for (Map.Entry<Element, ClassTree> entry : trees.entrySet()) {
      if (entry.getValue() == tree) {
        return graph.capturedBy(entry.getKey());
      }
    }
    return Set.of();
  }
}
