package dev.fermata.fuzz.trial;

import dev.fermata.laboratory.Compilation;
import java.util.Optional;

/**
 * Whether the virtual machine accepts what javac made of the program itself: on some programs javac
 * errs.
 */
final class Verification extends ClassLoader {
  private final Compilation compilation;

  private Verification(Compilation compilation) {
    super(Verification.class.getClassLoader());
    this.compilation = compilation;
  }

  static Optional<String> faultOf(Compilation compilation, String name) {
    Verification loader = new Verification(compilation);
    try {
      for (String one : compilation.classes().keySet()) {
        if (one.equals(name) || one.startsWith(name + "$")) {
          Class.forName(one, true, loader);
        }
      }
      return Optional.empty();
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.of("verification: " + e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = compilation.classes().get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
