package dev.fermata.processor.checks;

import dev.fermata.processor.model.Word;
import java.util.Optional;

/**
 * Waiting in a lambda, an anonymous or a local class inside a transformed body: they are called by
 * others, who do not wait. A block {@code async(() -> …)} may be made in a lambda: making it does
 * not wait.
 */
final class AwaitInLambda implements Rule {
  @Override
  public Optional<String> check(Use use) {
    Place.Region region = use.place().region();
    if (use.kind() == Use.Kind.REFERENCE && region != Place.Region.OUTSIDE) {
      return Optional.of(
          "%s waits in whatever calls it; write a loop that says %1$s%s"
              .formatted(use.text(), use.emits() ? "" : ", or refer to an @Async method"));
    }
    if (region == Place.Region.LAMBDA && !use.word().equals(Optional.of(Word.ASYNC))) {
      return Optional.of(
          "%s in a lambda, which cannot wait; write a loop%s"
              .formatted(
                  use.text(),
                  use.emits()
                      ? " that says " + use.text() + ", or move it to " + use.method()
                      : ", or let the lambda return async(() -> …) and await that outside of it"));
    }
    if (region == Place.Region.CLASS) {
      return Optional.of(
          "%s in a class inside of an @Async body, which is not transformed; move it to %s"
              .formatted(use.text(), use.method()));
    }
    return Optional.empty();
  }
}
