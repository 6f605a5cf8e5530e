package dev.fermata.processor.analysis;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.fermata.processor.analysis.stubs.MemberSource;
import dev.fermata.processor.environment.JavacEnvironment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the text of a class the members that another processor, such as Lombok, has added to its
 * tree: {@code class P { int x; }} becomes {@code class P { int x;int getX() { throw null; } }}.
 */
final class AddedMembers {
  private static final Set<Modifier> ADDED_MODIFIERS =
      EnumSet.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE, Modifier.STATIC);

  private final JavacEnvironment outer;
  private final UnitText unit;
  private final Edits edits;

  /** The declarations that have got modifiers: variables may share one. */
  private final Set<String> changed = new HashSet<>();

  AddedMembers(JavacEnvironment outer, UnitText unit, Edits edits) {
    this.outer = outer;
    this.unit = unit;
    this.edits = edits;
  }

  /**
   * Adds what a class and those in it lack.
   *
   * @param written the class as it is in the text
   * @param type the class as it is in the outer compilation
   */
  void addTo(ClassTree written, TypeElement type) {
    Map<String, List<Tree>> trees =
        written.getMembers().stream()
            .collect(groupingBy(AddedMembers::name, LinkedHashMap::new, toList()));
    Map<String, List<Element>> elements =
        type.getEnclosedElements().stream()
            .collect(groupingBy(AddedMembers::name, LinkedHashMap::new, toList()));
    StringBuilder added = new StringBuilder();
    for (Map.Entry<String, List<Element>> entry : elements.entrySet()) {
      for (Tree tree : compare(trees.getOrDefault(entry.getKey(), List.of()), entry.getValue())) {
        added.append(MemberSource.of(tree, type.getSimpleName().toString()));
      }
    }
    int end = unit.end(written);
    if (!added.isEmpty() && end > 0 && unit.text().charAt(end - 1) == '}') {
      edits.insert(end - 1, (type.getKind() == ElementKind.ENUM ? ";" : "") + added);
    }
  }

  /**
   * Compares the members of one name: to find the tree of an element is dear, and rarely needed.
   *
   * @return the trees of those that are not written
   */
  private List<Tree> compare(List<Tree> trees, List<Element> elements) {
    List<Tree> added = new ArrayList<>();
    if (trees.size() == 1 && elements.size() == 1) {
      compare(trees.get(0), elements.get(0));
    } else if (trees.size() < elements.size()) {
      List<String> written = trees.stream().map(AddedMembers::signature).toList();
      for (Element element : elements) {
        Tree tree = outer.trees().getTree(element);
        if (tree != null && isAdded(element) && !written.contains(signature(tree))) {
          added.add(tree);
        }
      }
    }
    return added;
  }

  private void compare(Tree written, Element element) {
    addModifiers(written, element);
    if (written instanceof ClassTree nested && element instanceof TypeElement type) {
      addTo(nested, type);
    }
  }

  /** A compact constructor has no parameters in the text; nobody adds constructors to records. */
  private boolean isAdded(Element member) {
    Element owner = member.getEnclosingElement();
    return outer.elements().getOrigin(member) == Origin.EXPLICIT
        && !(member.getKind() == ElementKind.CONSTRUCTOR
            && owner != null
            && owner.getKind() == ElementKind.RECORD);
  }

  /**
   * For Lombok's {@code @UtilityClass}, {@code @FieldDefaults} and {@code @Value}. What other kinds
   * of classes make of their members goes without saying.
   */
  private void addModifiers(Tree written, Element member) {
    ModifiersTree modifiers = modifiersOf(written);
    Element owner = member.getEnclosingElement();
    if (modifiers != null
        && owner != null
        && owner.getKind() == ElementKind.CLASS
        && (!(written instanceof ClassTree) || member.getKind() == ElementKind.CLASS)) {
      for (Modifier modifier : ADDED_MODIFIERS) {
        if (member.getModifiers().contains(modifier)
            && !modifiers.getFlags().contains(modifier)
            && changed.add(unit.start(written) + " " + modifier)) {
          edits.insert(unit.start(written), modifier + " ");
        }
      }
    }
  }

  private static @Nullable ModifiersTree modifiersOf(Tree member) {
    if (member instanceof MethodTree method) {
      return method.getModifiers();
    } else if (member instanceof VariableTree field) {
      return field.getModifiers();
    }
    return member instanceof ClassTree type ? type.getModifiers() : null;
  }

  private static String name(Tree member) {
    if (member instanceof MethodTree method) {
      return method.getName() + "()";
    } else if (member instanceof VariableTree field) {
      return field.getName().toString();
    }
    return member instanceof ClassTree type ? "class " + type.getSimpleName() : "";
  }

  private static String name(Element member) {
    return switch (member.getKind()) {
      case METHOD, CONSTRUCTOR -> member.getSimpleName() + "()";
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> "class " + member.getSimpleName();
      default -> member.getSimpleName().toString();
    };
  }

  private static String signature(Tree member) {
    return member instanceof MethodTree method
        ? method.getParameters().stream()
            .map(parameter -> String.valueOf(parameter.getType()))
            .collect(joining(",", "(", ")"))
        : "";
  }
}
