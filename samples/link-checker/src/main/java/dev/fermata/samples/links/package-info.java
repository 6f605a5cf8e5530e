/** The command: its options, what it prints, how it ends. */
@NullMarked
package dev.fermata.samples.links;

import org.jspecify.annotations.NullMarked;
