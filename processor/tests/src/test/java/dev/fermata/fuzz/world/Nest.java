package dev.fermata.fuzz.world;

import org.jspecify.annotations.Nullable;

/** A record for patterns inside patterns. */
public record Nest(@Nullable Object left, @Nullable Pair right) {}
