package dev.fermata.processor.analysis;

import static java.util.stream.Collectors.toCollection;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names in the analysed units that may be those of types. */
final class NamesInUse extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Set<String> simple = new TreeSet<>();
  private final Set<String> qualified = new TreeSet<>();

  NamesInUse(Iterable<UnitText> units) {
    for (UnitText unit : units) {
      scan(unit.tree(), null);
      if (unit.tree().getPackageName() != null) {
        qualified.add(unit.tree().getPackageName() + ".*");
      }
    }
  }

  /** The simple names of types that are, or may be, those of a package. */
  Set<String> typesOf(String packageName) {
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    Set<String> types =
        qualified.stream()
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()))
            .filter(name -> !name.contains(".") && !name.equals("*"))
            .collect(toCollection(TreeSet::new));
    if (packageName.isEmpty() || qualified.contains(prefix + "*")) {
      types.addAll(simple);
    }
    return types;
  }

  /** Notes a type that is not named in the units; tells whether it was unknown. */
  boolean add(String qualifiedName) {
    return qualified.add(qualifiedName);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
    simple.add(name.getName().toString());
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree name, @Nullable Void unused) {
    String last = name.getIdentifier().toString();
    if (last.equals("*") || Character.isUpperCase(last.codePointAt(0))) {
      qualified.add(name.toString());
    }
    return super.visitMemberSelect(name, null);
  }
}
