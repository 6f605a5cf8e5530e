/**
 * Holds the documentation to the truth: its programs compile and print what it says they print, the
 * generated code that it shows is what the processor generates, and its links lead somewhere.
 */
@NullMarked
package dev.fermata.documentation;

import org.jspecify.annotations.NullMarked;
