/**
 * Writes the generated class: its skeleton, its entry points, and what the bodies were compiled to.
 */
@NullMarked
package dev.fermata.processor.writing;

import org.jspecify.annotations.NullMarked;
