package dev.fermata.processor.checks;

import java.util.Optional;

/** A diagnostic about the places at which the words of the language are used. */
interface Rule {
  /** What is wrong with this use and what to write instead; empty if it is right. */
  Optional<String> check(Use use);
}
