/** Reaching javac behind the wrappers of build tools. */
@NullMarked
package dev.fermata.processor.environment;

import org.jspecify.annotations.NullMarked;
