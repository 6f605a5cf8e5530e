/**
 * A soak: tasks that do whatever the runtime offers, at random, while others cancel them, let their
 * time be over, fail in their midst and close what they use. {@link dev.fermata.samples.soak.Soak}
 * is the command.
 *
 * <p>A round is a loop of its own, with a seed; it can be had again by that.
 */
@NullMarked
package dev.fermata.samples.soak;

import org.jspecify.annotations.NullMarked;
