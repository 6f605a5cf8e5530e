package dev.fermata.laboratory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * A copy of the runtime and of the fixture in a class loader of its own, set to one mode.
 *
 * <p>The runtime reads its mode once, into a constant. So it is loaded once per mode, with the
 * system property set while the class that holds the constant is initialised. Programs run one at a
 * time in a world.
 */
final class World {

  private static final Object PROPERTY_LOCK = new Object();
  private static final String PROPERTY = "fermata.bodies";
  private static final String MODE_HOLDER = "dev.fermata.machine.Bodies";
  private static final String DRIVER = "dev.fermata.laboratory.fixture.Driver";

  private final ClassLoader loader;
  private final Method driver;

  World(Mode mode) {
    loader =
        new URLClassLoader(
            "world-" + mode, ClassPath.asUrls(), ClassLoader.getPlatformClassLoader());
    try {
      initialise(mode);
      driver =
          loader
              .loadClass(DRIVER)
              .getMethod("run", Class.class, String.class, IntBinaryOperator.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The loader whose children are the programs. */
  ClassLoader loader() {
    return loader;
  }

  /** Runs a method of a class that a child of this world's loader has loaded. */
  @SuppressWarnings("unchecked")
  synchronized List<String> run(Class<?> program, String method, IntBinaryOperator plan) {
    try {
      return (List<String>) driver.invoke(null, program, method, plan);
    } catch (InvocationTargetException e) {
      throw new AssertionError("cannot run " + program.getName() + "." + method, e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void initialise(Mode mode) throws ClassNotFoundException {
    synchronized (PROPERTY_LOCK) {
      if (mode == Mode.ORIGINAL) {
        System.setProperty(PROPERTY, "original");
      }
      try {
        Class.forName(MODE_HOLDER, true, loader);
      } finally {
        System.clearProperty(PROPERTY);
      }
    }
  }
}
