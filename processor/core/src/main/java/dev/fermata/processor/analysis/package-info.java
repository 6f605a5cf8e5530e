/**
 * The private second javac task: the units with async classes, attributed, so that every expression
 * of a body has its type, without a trace in the compilation that runs the processor.
 */
@NullMarked
package dev.fermata.processor.analysis;

import org.jspecify.annotations.NullMarked;
