package dev.fermata.fuzz.world;

import org.jspecify.annotations.Nullable;

/** A record for patterns. */
public record Pair(int a, @Nullable String b) {}
