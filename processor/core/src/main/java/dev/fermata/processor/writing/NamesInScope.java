package dev.fermata.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.AsyncOwner;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The names of the user's types and variables that are in scope somewhere in a generated class. A
 * type hides an imported class of its name, and a variable obscures one (JLS 6.4): such a class is
 * not imported, but written with its package.
 */
public final class NamesInScope {
  private final Set<String> names;
  private final String packageName;

  private NamesInScope(Set<String> names, String packageName) {
    this.names = names;
    this.packageName = packageName;
  }

  /** The inherited fields and member types, and the parameters of the methods. */
  public static NamesInScope of(Elements elements, AsyncOwner owner) {
    Set<String> names = new HashSet<>();
    for (VariableElement field : ElementFilter.fieldsIn(elements.getAllMembers(owner.type()))) {
      if (!field.getModifiers().contains(Modifier.PRIVATE)) {
        names.add(field.getSimpleName().toString());
      }
    }
    for (TypeElement type : ElementFilter.typesIn(elements.getAllMembers(owner.type()))) {
      names.add(type.getSimpleName().toString());
    }
    for (AsyncMethod method : owner.methods()) {
      method.element().getParameters().forEach(it -> names.add(it.getSimpleName().toString()));
    }
    return new NamesInScope(names, owner.generatedName().packageName());
  }

  /** These and further ones. */
  public NamesInScope and(Collection<String> further) {
    Set<String> all = new HashSet<>(names);
    all.addAll(further);
    return new NamesInScope(all, packageName);
  }

  /** Whether a variable or type has this name. */
  public boolean contains(String name) {
    return names.contains(name);
  }

  /** All of them. */
  Set<String> all() {
    return names;
  }

  /**
   * A class as the receiver of a static member, where its name might be taken for a variable:
   * {@code Machine}, {@code dev.fermata.machine.Machine} if there is a variable {@code Machine},
   * and {@code ((Machine) null)} if there is a variable {@code dev} as well, since a cast can only
   * name a type.
   */
  public CodeBlock receiver(ClassName type) {
    if (!names.contains(type.topLevelClassName().simpleName())) {
      return CodeBlock.of("$T", type);
    }
    String first = type.packageName().split("\\.", -1)[0];
    boolean qualified = !type.packageName().equals(packageName) && !names.contains(first);
    return qualified ? CodeBlock.of("$T", type) : CodeBlock.of("(($T) null)", type);
  }
}
