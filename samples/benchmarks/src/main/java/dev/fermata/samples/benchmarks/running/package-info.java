/** What asynchronous methods cost at run time, beside other ways to write the same. */
@NullMarked
package dev.fermata.samples.benchmarks.running;

import org.jspecify.annotations.NullMarked;
