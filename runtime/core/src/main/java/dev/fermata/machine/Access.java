package dev.fermata.machine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Handles of members that a generated subclass cannot name although the user's class can: private
 * ones, those that are protected in another package, and {@code super} past the user's class. Kept
 * in constants, they cost what a plain access costs.
 *
 * <p>Each method takes the lookup of the generated class, which is in the package of the user's
 * class, and throws a {@link LinkageError} where the member is not there: then the two classes were
 * compiled from different sources.
 */
public final class Access {
  private Access() {}

  /** Finds a non-static field. */
  public static VarHandle field(Lookup lookup, Class<?> owner, String name, Class<?> type) {
    return field(lookup, owner, owner, name, type);
  }

  /**
   * Finds a non-static field that {@code caller} inherits or may name otherwise; the handle takes
   * an instance of {@code caller} where the field is protected in another package.
   */
  public static VarHandle field(
      Lookup lookup, Class<?> caller, Class<?> owner, String name, Class<?> type) {
    return find(owner, name, () -> in(lookup, caller).findVarHandle(owner, name, type));
  }

  /** Finds a static field. */
  public static VarHandle staticField(Lookup lookup, Class<?> owner, String name, Class<?> type) {
    return staticField(lookup, owner, owner, name, type);
  }

  /** Finds a static field that {@code caller} inherits or may name otherwise. */
  public static VarHandle staticField(
      Lookup lookup, Class<?> caller, Class<?> owner, String name, Class<?> type) {
    return find(owner, name, () -> in(lookup, caller).findStaticVarHandle(owner, name, type));
  }

  /** Finds a method; the handle takes the instance first. */
  public static MethodHandle method(
      Lookup lookup, Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    return method(lookup, owner, owner, name, result, parameters);
  }

  /**
   * Finds a method that {@code caller} inherits or may name otherwise; the handle takes the
   * instance first, which is one of {@code caller} where the method is protected in another
   * package.
   */
  public static MethodHandle method(
      Lookup lookup,
      Class<?> caller,
      Class<?> owner,
      String name,
      Class<?> result,
      Class<?>... parameters) {
    MethodType type = MethodType.methodType(result, parameters);
    return find(
        owner, name, () -> in(lookup, caller).findVirtual(owner, name, type).asFixedArity());
  }

  /** Finds a static method. */
  public static MethodHandle staticMethod(
      Lookup lookup, Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    return staticMethod(lookup, owner, owner, name, result, parameters);
  }

  /** Finds a static method that {@code caller} inherits or may name otherwise. */
  public static MethodHandle staticMethod(
      Lookup lookup,
      Class<?> caller,
      Class<?> owner,
      String name,
      Class<?> result,
      Class<?>... parameters) {
    MethodType type = MethodType.methodType(result, parameters);
    return find(owner, name, () -> in(lookup, caller).findStatic(owner, name, type).asFixedArity());
  }

  /**
   * Finds what {@code super.name(…)} means in {@code caller}; the handle takes the instance first.
   */
  public static MethodHandle superMethod(
      Lookup lookup,
      Class<?> caller,
      Class<?> owner,
      String name,
      Class<?> result,
      Class<?>... parameters) {
    MethodType type = MethodType.methodType(result, parameters);
    return find(
        owner,
        name,
        () -> in(lookup, caller).findSpecial(owner, name, type, caller).asFixedArity());
  }

  /** Finds a constructor. */
  public static MethodHandle constructor(Lookup lookup, Class<?> owner, Class<?>... parameters) {
    MethodType type = MethodType.methodType(void.class, parameters);
    return find(
        owner, "<init>", () -> in(lookup, owner).findConstructor(owner, type).asFixedArity());
  }

  /** Finds a class by its binary name. */
  public static Class<?> type(Lookup lookup, String name) {
    try {
      return Class.forName(name, false, lookup.lookupClass().getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IncompatibleClassChangeError(
          "the generated subclass does not fit the class around " + name + ": " + e);
    }
  }

  /** The name of a constant, by which a {@code switch} chooses; null for null. */
  public static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  /** An array of a class, with the elements of another array of a wider one. */
  public static Object[] array(Class<?> type, Object[] elements) {
    return type.isInstance(elements)
        ? elements
        : Arrays.copyOf(elements, elements.length, type.asSubclass(Object[].class));
  }

  /**
   * Throws what a handle has thrown, as it is.
   *
   * @return nothing; a caller writes {@code throw rethrow(…)}
   */
  public static RuntimeException rethrow(Throwable thrown) {
    throw Access.<RuntimeException>unchecked(thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // javac need not know what it is
  private static <X extends Throwable> X unchecked(Throwable thrown) throws X {
    throw (X) thrown;
  }

  /**
   * Does nothing. It tells javac that an exception may come, where handles and rethrowing hide that
   * from it.
   */
  public static <X extends Throwable> void mayThrow(Class<X> type) throws X {}

  private static Lookup in(Lookup lookup, Class<?> owner) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(owner, lookup);
  }

  /** The finding of a member. */
  private interface Finding<T> {
    T find() throws ReflectiveOperationException;
  }

  private static <T> T find(Class<?> owner, String name, Finding<T> finding) {
    try {
      return finding.find();
    } catch (ReflectiveOperationException e) {
      throw new IncompatibleClassChangeError(
          "the generated subclass does not fit " + owner.getName() + "." + name + ": " + e);
    }
  }
}
