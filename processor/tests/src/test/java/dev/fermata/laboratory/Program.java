package dev.fermata.laboratory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Compiled classes, and how they are loaded into the worlds in which they run. */
public final class Program {

  private final Compilation compilation;
  private final boolean fresh;
  private final Consumer<ClassLoader> assertions;
  private final Map<World, ClassLoader> loaders = new ConcurrentHashMap<>();

  private Program(Compilation compilation, boolean fresh, Consumer<ClassLoader> assertions) {
    this.compilation = compilation;
    this.fresh = fresh;
    this.assertions = assertions;
  }

  /** The classes of a compilation, loaded once in each world, with assertions disabled. */
  public static Program of(Compilation compilation) {
    return new Program(compilation, false, loader -> {});
  }

  /** The same classes, loaded anew for each run, so that each run initialises them. */
  public Program loadedForEachRun() {
    return new Program(compilation, true, assertions);
  }

  /** The same classes with assertions enabled. */
  public Program withAssertions() {
    return new Program(compilation, fresh, loader -> loader.setDefaultAssertionStatus(true));
  }

  /** The same classes with assertions enabled for one of them, and those that are nested in it. */
  public Program withAssertionsOf(String name) {
    return new Program(compilation, fresh, loader -> loader.setClassAssertionStatus(name, true));
  }

  /** What the compiler said and wrote. */
  public Compilation compilation() {
    return compilation;
  }

  /** The class of that binary name as the world sees it. */
  Class<?> load(World world, String name) {
    ClassLoader loader = fresh ? loader(world) : loaders.computeIfAbsent(world, this::loader);
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("the program has no class " + name, e);
    }
  }

  private ClassLoader loader(World world) {
    ClassLoader loader = new MemoryLoader(world.loader(), compilation.classes());
    assertions.accept(loader);
    return loader;
  }

  private static final class MemoryLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    MemoryLoader(ClassLoader parent, Map<String, byte[]> classes) {
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
