/**
 * What threads share in the runtime: the inbox of a loop, completions that come from elsewhere,
 * loops that await each other. jcstress runs each case in many ways of compiling and timing. A case
 * that loses a wake-up hangs, which jcstress tells as well.
 */
@NullMarked
package dev.fermata.samples.races;

import org.jspecify.annotations.NullMarked;
