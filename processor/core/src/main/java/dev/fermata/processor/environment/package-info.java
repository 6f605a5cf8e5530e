/**
 * The compiler that runs the processor: reaching javac's own environment behind the wrappers of
 * build tools, or saying in a sentence why it cannot be reached. Knows nothing of Fermata.
 */
@NullMarked
package dev.fermata.processor.environment;

import org.jspecify.annotations.NullMarked;
