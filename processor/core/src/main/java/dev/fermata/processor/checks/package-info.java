/**
 * One class per diagnostic, over trees that javac has attributed: all code of the compilation, not
 * just async bodies. Independent of the transform.
 */
@NullMarked
package dev.fermata.processor.checks;

import org.jspecify.annotations.NullMarked;
