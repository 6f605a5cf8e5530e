package dev.fermata.processor.analysis;

/**
 * An error that the private compiler found in an analysed unit. All but {@link Kind#EMIT_TYPE} will
 * be found, and reported, by the outer compiler as well, unless a later round mends them.
 *
 * @param unit the unit
 * @param kind what it means to the processor
 * @param offset where it is in the original text, or -1
 * @param line its line, from 1, or -1
 * @param column its column in the original text in characters, from 1, or -1
 * @param code javac's name for it, {@code compiler.err.cant.resolve.location}
 * @param message javac's words; of what is emitted, in one line what does not fit
 */
public record Problem(
    AnalyzedUnit unit, Kind kind, int offset, int line, int column, String code, String message) {

  /** What a problem means to the processor. */
  public enum Kind {
    /** An error of the user, or something that is not there yet. */
    ERROR,
    /** What is emitted does not fit the element type of the generator; nobody else will say so. */
    EMIT_TYPE,
    /** {@code emitAll} of an {@code Iterable} or the like; javac does not say what to write. */
    EMIT_ALL_SOURCE
  }
}
