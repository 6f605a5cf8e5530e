/**
 * What programs do again and again around a call: retry it, limit it, give up on it, share what it
 * needs. All of it is {@code @Async} code, as users write it.
 */
@NullMarked
package dev.fermata.patterns;

import org.jspecify.annotations.NullMarked;
