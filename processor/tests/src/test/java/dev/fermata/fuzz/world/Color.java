package dev.fermata.fuzz.world;

/** An enum for switches. */
public enum Color {
  RED,
  GREEN,
  BLUE
}
