/**
 * The driver: {@code FermataProcessor} reads as a script of the passes that lead from an annotated
 * method to a generated class. The packages below it are the passes; each knows only those further
 * down the pipeline.
 */
@NullMarked
package dev.fermata.processor;

import org.jspecify.annotations.NullMarked;
