/**
 * What generated programs are made of besides themselves: awaitables that behave as the mask of the
 * run says, resources, a superclass, and some small types.
 *
 * <p>Loaded anew beside each copy of the runtime.
 */
@NullMarked
package dev.fermata.fuzz.world;

import org.jspecify.annotations.NullMarked;
