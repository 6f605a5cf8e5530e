package dev.fermata.processor.machine;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * How a member is reached that the generated class cannot name.
 *
 * @param caller the class with whose rights it is looked up, and of which an instance is taken
 * @param from the class in which the search for it begins
 * @param isSuper whether it is what {@code super} means in {@code caller}
 */
record Reach(Element member, TypeElement caller, TypeElement from, boolean isSuper) {

  /** A private member, or one whose class or types are hidden. */
  static Reach ofPrivate(Element member, TypeElement declaring) {
    return new Reach(member, declaring, declaring, false);
  }

  boolean isStatic() {
    return member.getModifiers().contains(Modifier.STATIC);
  }

  /** Whether the search begins in another class than the one that has the rights. */
  boolean isElsewhere() {
    return !caller.equals(from);
  }
}
