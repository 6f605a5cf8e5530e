/**
 * The words of the language, and original-body mode: the user's own methods, each in a thread of
 * its own, one at a time under the baton of the loop.
 */
@NullMarked
package dev.fermata.internal.body;

import org.jspecify.annotations.NullMarked;
