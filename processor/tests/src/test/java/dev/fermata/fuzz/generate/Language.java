package dev.fermata.fuzz.generate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What programs are written in.
 *
 * @param release feature release: patterns of records and in switches are used from 21 on, unnamed
 *     variables from 22 on
 * @param avoided what programs do without
 */
public record Language(int release, Set<Feature> avoided) {
  /** The system property that lists, with commas, the features to do without. */
  private static final String AVOID = "fuzz.avoid";

  private static final int PATTERNS = 21;
  private static final int UNNAMED = 22;

  /** What can be left out of programs, to look for other faults while one is open. */
  public enum Feature {
    PRIVATE_MEMBERS,
    PRIVATE_TYPES,
    PROTECTED_FIELDS,
    LOCAL_TYPES,
    QUALIFIED_ASSIGNMENTS,
    AWAITED_LOCKS,
    ASYNC_LOOPS,
    ASYNC_RESOURCES,
    SCOPES,
    PRIVATE_METHOD_REFERENCES,
    VARS_OF_ANONYMOUS_CLASSES
  }

  /** All of the language of the running virtual machine, but for what the system property says. */
  public static Language current() {
    Set<Feature> avoided = EnumSet.noneOf(Feature.class);
    Arrays.stream(System.getProperty(AVOID, "").split(","))
        .filter(name -> !name.isBlank())
        .forEach(name -> avoided.add(Feature.valueOf(name)));
    return new Language(Runtime.version().feature(), avoided);
  }

  /** All of the language of a feature release. */
  public static Language of(int release) {
    return new Language(release, Set.of());
  }

  /** Whether programs use it. */
  boolean has(Feature feature) {
    return !avoided.contains(feature);
  }

  /** Whether there are record patterns and switches over types. */
  boolean hasPatterns() {
    return release >= PATTERNS;
  }

  /** Whether variables and patterns may be called {@code _}. */
  boolean hasUnnamed() {
    return release >= UNNAMED;
  }
}
