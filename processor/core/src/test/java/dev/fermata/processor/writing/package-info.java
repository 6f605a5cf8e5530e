/** Tests of what is written around the bodies. */
@NullMarked
package dev.fermata.processor.writing;

import org.jspecify.annotations.NullMarked;
