package dev.fermata.processor.model;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What a package keeps to itself. */
public final class PackagePrivate {
  private PackagePrivate() {}

  /** Whether only another package than that of {@code owner} can name a class by itself. */
  public static boolean isElsewhere(Elements elements, Element type, TypeElement owner) {
    boolean isPackagePrivate =
        !type.getModifiers().contains(Modifier.PUBLIC)
            && !type.getModifiers().contains(Modifier.PROTECTED)
            && !type.getModifiers().contains(Modifier.PRIVATE);
    return isPackagePrivate && !elements.getPackageOf(type).equals(elements.getPackageOf(owner));
  }
}
