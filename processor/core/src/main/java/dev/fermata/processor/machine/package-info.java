/**
 * From a state graph to source: step methods, frames, and what a name means in the generated
 * subclass.
 */
@NullMarked
package dev.fermata.processor.machine;

import org.jspecify.annotations.NullMarked;
