package dev.fermata.processor.model;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The members of an owner that are called as generated ones would be. */
public final class TakenStems {
  private final Set<String> members = new HashSet<>();

  /** Those of a user's class, inherited ones too. */
  public TakenStems(Elements elements, TypeElement owner) {
    for (Element member : elements.getAllMembers(owner)) {
      String name = member.getSimpleName().toString();
      if (name.contains("$")) {
        members.add(name.toLowerCase(Locale.ROOT));
      }
    }
  }

  /** Whether the owner has a member whose name may be one that is generated for a method. */
  public boolean by(AsyncMethod method) {
    return by(method.stem()) || by(AsyncMethod.constant(method.stem()));
  }

  /** Whether the owner has a member called like this, or like this with a suffix. */
  public boolean by(String stem) {
    String beginning = stem.toLowerCase(Locale.ROOT) + "$";
    return members.stream().anyMatch(name -> (name + "$").startsWith(beginning));
  }
}
