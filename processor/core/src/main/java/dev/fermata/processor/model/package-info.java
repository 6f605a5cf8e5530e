/**
 * What is asynchronous in the program: classes with {@code @Async} methods, the methods, their
 * kinds and names.
 */
@NullMarked
package dev.fermata.processor.model;

import org.jspecify.annotations.NullMarked;
