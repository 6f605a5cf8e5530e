/** What the processor says at compile time, and what it does not say. */
package dev.fermata.diagnostics;
