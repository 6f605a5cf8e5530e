/**
 * Types of the outer compilation shown to the private one, written from their elements: as class
 * files without code where a whole type is to be shown, as source where members are to be added to
 * a type that is there.
 */
@NullMarked
package dev.fermata.processor.analysis.stubs;

import org.jspecify.annotations.NullMarked;
