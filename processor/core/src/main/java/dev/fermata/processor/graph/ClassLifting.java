package dev.fermata.processor.graph;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lifts classes that a body declares out of it.
 *
 * <p>In: a simplified graph. Out: a {@link LiftedClass} for each class, record, enum and interface,
 * and each anonymous class that a variable or temporary has the type of, that is named beyond the
 * block that declares it; in the place of its declaration its scope is made. The others stay where
 * the user declared them.
 */
public final class ClassLifting {
  private record Declared(
      TypeElement type, ClassTree tree, @Nullable NewClassTree creation, Block home) {}

  private final Graph graph;
  private final Function<Tree, @Nullable Element> elements;
  private final Map<Element, Declared> declared = new LinkedHashMap<>();
  private final Set<Element> shared = new LinkedHashSet<>();

  private ClassLifting(Graph graph, Function<Tree, @Nullable Element> elements) {
    this.graph = graph;
    this.elements = elements;
  }

  /**
   * Lifts the classes of a graph.
   *
   * @param elsewhere classes that are named outside of the graph: in its async blocks
   * @param stem what the names of scopes begin with
   * @param object the type {@code java.lang.Object}
   * @return the lifted classes, in the order of the source
   */
  public static List<LiftedClass> lift(
      Graph graph,
      Function<Tree, @Nullable Element> elements,
      Set<Element> elsewhere,
      String stem,
      TypeMirror object) {
    ClassLifting lifting = new ClassLifting(graph, elements);
    lifting.findDeclared();
    if (lifting.declared.isEmpty()) {
      return List.of();
    }
    elsewhere.forEach(lifting::share);
    lifting.findShared();
    return lifting.lift(stem, object);
  }

  private void findDeclared() {
    for (Block block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.LocalClass local) {
          declare(local.tree(), null, block);
        } else {
          NewClassTree creation = anonymous(instruction);
          if (creation != null) {
            declare(creation.getClassBody(), creation, block);
          }
        }
      }
    }
  }

  private void declare(ClassTree tree, @Nullable NewClassTree creation, Block home) {
    if (elements.apply(tree) instanceof TypeElement type) {
      declared.put(type, new Declared(type, tree, creation, home));
    }
  }

  /** The creation of an anonymous class that a variable or temporary of its type is set to. */
  private static @Nullable NewClassTree anonymous(Instruction instruction) {
    Local local = variable(instruction);
    boolean typed =
        local != null
            && local.type() instanceof DeclaredType type
            && type.asElement() instanceof TypeElement element
            && element.getNestingKind() == NestingKind.ANONYMOUS;
    Tree value = typed ? value(instruction) : null;
    while (value instanceof ParenthesizedTree parenthesized) {
      value = parenthesized.getExpression();
    }
    return value instanceof NewClassTree tree && tree.getClassBody() != null ? tree : null;
  }

  private static @Nullable Local variable(Instruction instruction) {
    if (instruction instanceof Instruction.Declare declare) {
      return declare.local();
    }
    return instruction instanceof Instruction.Assign assign ? assign.local() : null;
  }

  private static @Nullable Tree value(Instruction instruction) {
    if (instruction instanceof Instruction.Declare declare) {
      return declare.tree().getInitializer();
    }
    Code value = instruction instanceof Instruction.Assign assign ? assign.value() : null;
    if (value instanceof Code.Original original) {
      return original.tree();
    }
    return value instanceof Code.Source source ? source.tree() : null;
  }

  private void findShared() {
    for (Block block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        named(block, Uses.of(graph, elements, instruction));
      }
      named(block, Uses.of(graph, elements, block.terminator()));
    }
  }

  private void named(Block block, Uses uses) {
    Set<Element> named = new LinkedHashSet<>(uses.classes());
    uses.all().forEach(local -> named.addAll(MentionedTypes.in(local.type())));
    for (Element type : named) {
      Declared found = declared.get(type);
      if (found != null && found.home() != block) {
        share(type);
      }
    }
  }

  /** What is lifted can name only what is lifted too. */
  private void share(Element type) {
    Declared found = declared.get(type);
    if (found == null || !shared.add(type)) {
      return;
    }
    Uses uses = usesOf(found);
    uses.classes().forEach(this::share);
    uses.all().forEach(local -> MentionedTypes.in(local.type()).forEach(this::share));
    MentionedTypes.in(found.type().getSuperclass()).forEach(this::share);
    found.type().getInterfaces().forEach(i -> MentionedTypes.in(i).forEach(this::share));
  }

  private Uses usesOf(Declared found) {
    return Uses.of(graph, elements, new Instruction.LocalClass(found.tree()));
  }

  private List<LiftedClass> lift(String stem, TypeMirror object) {
    List<LiftedClass> lifted = new ArrayList<>();
    for (Declared found : declared.values()) {
      if (shared.contains(found.type())) {
        LiftedClass made = lift(found, stem);
        lifted.add(made);
        Local scope = null;
        if (made.instances()) {
          String wanted = made.name().substring(0, 1).toLowerCase(Locale.ROOT);
          scope = graph.scope(made, wanted + made.name().substring(1) + "$scope", object);
        }
        graph.lifted().add(made);
        makeScope(found, made, scope);
      }
    }
    return lifted;
  }

  private LiftedClass lift(Declared found, String stem) {
    TypeElement type = found.type();
    String name =
        found.creation() == null ? type.getSimpleName().toString() : variable(found) + "$Type";
    return new LiftedClass(
        type,
        found.tree(),
        found.creation(),
        name,
        graph.lifted().scopeName(stem + "$" + name),
        usesOf(found).reads(),
        type.getKind() == ElementKind.CLASS);
  }

  private static String variable(Declared found) {
    for (Instruction instruction : found.home().instructions()) {
      Local local = variable(instruction);
      if (local != null && anonymous(instruction) == found.creation()) {
        return local.wanted();
      }
    }
    throw new IllegalStateException("no variable of " + found.type());
  }

  private static void makeScope(Declared found, LiftedClass made, @Nullable Local scope) {
    List<Instruction> instructions = found.home().instructions();
    for (int i = 0; i < instructions.size(); i++) {
      Instruction instruction = instructions.get(i);
      boolean here =
          instruction instanceof Instruction.LocalClass local
              ? local.tree() == found.tree()
              : found.creation() != null && anonymous(instruction) == found.creation();
      if (here) {
        if (found.creation() == null) {
          instructions.remove(i);
        }
        if (scope != null) {
          instructions.add(i, new Instruction.Assign(scope, new Code.NewScope(made)));
        }
        return;
      }
    }
  }
}
