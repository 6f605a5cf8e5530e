package dev.fermata.laboratory;

import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled classes, loaded once in each world in which they are run. */
public final class Program {

  private final Compilation compilation;
  private final Map<World, ClassLoader> loaders = new ConcurrentHashMap<>();

  Program(Compilation compilation) {
    this.compilation = compilation;
  }

  /** What the compiler said and wrote. */
  public Compilation compilation() {
    return compilation;
  }

  /** The class of that binary name as the world sees it. */
  Class<?> load(World world, String name) {
    ClassLoader loader =
        loaders.computeIfAbsent(world, w -> new MemoryLoader(w.loader(), compilation.classes()));
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("the program has no class " + name, e);
    }
  }

  private static final class MemoryLoader extends ClassLoader {

    private final SortedMap<String, byte[]> classes;

    MemoryLoader(ClassLoader parent, SortedMap<String, byte[]> classes) {
      super("program", parent);
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
