package dev.fermata.fuzz.trial;

import dev.fermata.fuzz.program.ProgramTree;

/**
 * A program and the masks to run it under.
 *
 * @param program the program
 * @param masks numbers of masks, in order
 */
public record Case(ProgramTree program, int... masks) {}
