/**
 * What generated source looks like, as texts that people review: a difference is either a mistake
 * or a decision.
 */
@org.jspecify.annotations.NullMarked
package dev.fermata.golden;
