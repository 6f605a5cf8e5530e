/**
 * The laboratory: compiles Java source text in memory with the processor, and runs the result in
 * both modes, transformed and with the original bodies, under the same plan of what completes at
 * once, what later and what fails.
 *
 * <p>{@link Laboratory} is the entry. The original bodies are the oracle: whatever a program does,
 * both modes must write the same trace and end the same way.
 */
@NullMarked
package dev.fermata.laboratory;

import org.jspecify.annotations.NullMarked;
