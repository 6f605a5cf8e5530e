package dev.fermata.processor.analysis;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.environment.JavacEnvironment;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What the private compiler has to know of a unit beside its text, put into the text. */
final class Augmentation {
  private Augmentation() {}

  static AugmentedText of(UnitText unit, JavacEnvironment outer) {
    Edits edits = ofDeclarations(unit, outer);
    Set<String> names = new HashSet<>();
    for (TypeElement type : typesOf(unit, outer.elements()).values()) {
      addMemberNames(type, outer.elements(), names);
    }
    EmittedTypes.rewrite(unit, edits, names);
    LombokVal.rewrite(unit, edits);
    LombokCleanup.rewrite(unit, edits);
    return edits.applyTo(unit.spelling());
  }

  /** What concerns what can be seen from outside, and not the bodies. */
  static Edits ofDeclarations(UnitText unit, JavacEnvironment outer) {
    Edits edits = new Edits();
    Elements elements = outer.elements();
    Map<ClassTree, TypeElement> types = typesOf(unit, elements);
    AddedMembers added = new AddedMembers(outer, unit, edits);
    types.forEach(added::addTo);
    types.values().stream()
        .findFirst()
        .ifPresent(
            type -> ModuleImports.rewrite(unit, elements, elements.getModuleOf(type), edits));
    return edits;
  }

  private static Map<ClassTree, TypeElement> typesOf(UnitText unit, Elements elements) {
    ExpressionTree packageName = unit.tree().getPackageName();
    String prefix = packageName == null ? "" : packageName + ".";
    Map<ClassTree, TypeElement> types = new LinkedHashMap<>();
    for (Tree declaration : unit.tree().getTypeDecls()) {
      if (declaration instanceof ClassTree tree) {
        elements.getAllTypeElements(prefix + tree.getSimpleName()).stream()
            .findFirst()
            .ifPresent(type -> types.put(tree, type));
      }
    }
    return types;
  }

  private static void addMemberNames(TypeElement type, Elements elements, Set<String> names) {
    for (Element member : elements.getAllMembers(type)) {
      names.add(member.getSimpleName().toString());
    }
    ElementFilter.typesIn(type.getEnclosedElements())
        .forEach(nested -> addMemberNames(nested, elements, names));
  }
}
