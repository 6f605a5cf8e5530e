package dev.fermata.processor.analysis;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names in a unit that may be those of types, simple or qualified. */
final class NamesInUse extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Set<String> names = new TreeSet<>();

  private NamesInUse() {}

  static Set<String> of(Iterable<UnitText> units) {
    NamesInUse scanner = new NamesInUse();
    units.forEach(unit -> scanner.scan(unit.tree(), null));
    return scanner.names;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
    names.add(name.getName().toString());
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree name, @Nullable Void unused) {
    if (Character.isUpperCase(name.getIdentifier().toString().codePointAt(0))) {
      names.add(name.toString());
    }
    return super.visitMemberSelect(name, null);
  }
}
