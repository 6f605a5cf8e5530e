package dev.fermata.processor.analysis;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;

/** Which names in a unit that is not attributed are those of Lombok. */
final class LombokNames {
  private final UnitText unit;

  LombokNames(UnitText unit) {
    this.unit = unit;
  }

  /** Whether a name in the source means the type of that simple name in Lombok's main package. */
  boolean means(Tree name, String simpleName) {
    return (name instanceof IdentifierTree identifier
            && identifier.getName().contentEquals(simpleName)
            && isImported(simpleName))
        || (name instanceof MemberSelectTree && name.toString().equals("lombok." + simpleName));
  }

  private boolean isImported(String simpleName) {
    return unit.tree().getImports().stream()
        .filter(i -> !i.isStatic())
        .map(i -> i.getQualifiedIdentifier().toString())
        .anyMatch(name -> name.equals("lombok." + simpleName) || name.equals("lombok.*"));
  }
}
