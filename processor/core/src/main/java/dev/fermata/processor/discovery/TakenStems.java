package dev.fermata.processor.discovery;

import dev.fermata.processor.model.AsyncMethod;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The members of an owner that are called as generated ones would be. */
final class TakenStems {
  private final Set<String> members = new HashSet<>();

  TakenStems(Elements elements, TypeElement owner) {
    for (Element member : elements.getAllMembers(owner)) {
      String name = member.getSimpleName().toString();
      if (name.contains("$")) {
        members.add(name.toLowerCase(Locale.ROOT));
      }
    }
  }

  /** Whether the owner has a member whose name may be one that is generated for a method. */
  boolean by(AsyncMethod method) {
    String stem = method.stem().toLowerCase(Locale.ROOT) + "$";
    String constant = AsyncMethod.constant(method.stem()).toLowerCase(Locale.ROOT) + "$";
    return members.stream().anyMatch(name -> name.startsWith(stem) || name.startsWith(constant));
  }
}
