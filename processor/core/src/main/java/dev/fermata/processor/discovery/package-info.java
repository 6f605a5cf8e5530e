/** Which classes and methods of a round are asynchronous, and whether they can be. */
@NullMarked
package dev.fermata.processor.discovery;

import org.jspecify.annotations.NullMarked;
