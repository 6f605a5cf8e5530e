/**
 * Bugs that other runtimes had, each with a test that is named by the issue that it recalls. Others
 * are beside the tests of what they are about.
 */
@NullMarked
package dev.fermata.recalled;

import org.jspecify.annotations.NullMarked;
