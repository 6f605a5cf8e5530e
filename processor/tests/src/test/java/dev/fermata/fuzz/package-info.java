/**
 * Fuzzing of the transform: random programs, each run in both modes, which must agree.
 *
 * <p>{@link dev.fermata.fuzz.Fuzzer} runs a range of seeds, {@link dev.fermata.fuzz.shrink.Shrink}
 * reduces a program that failed.
 */
@NullMarked
package dev.fermata.fuzz;

import org.jspecify.annotations.NullMarked;
