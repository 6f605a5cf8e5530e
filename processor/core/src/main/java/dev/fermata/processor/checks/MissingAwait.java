package dev.fermata.processor.checks;

import com.sun.source.tree.MethodTree;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.model.Word;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** Something that runs only once it is awaited or iterated over, and never is. */
final class MissingAwait {
  private static final List<String> LAST_WORDS = List.of("done", "end");

  private final Places places;

  MissingAwait(Places places) {
    this.places = places;
  }

  /** What is wrong with throwing this away. */
  Optional<String> check(Discarded result) {
    if (result.kind() == RuntimeTypes.Kind.DEFERRED) {
      return Optional.empty();
    }
    if (isLastWord(result.method())) {
      return result.taker().isPresent()
          ? Optional.empty()
          : Optional.of("%1$s is thrown away; write return %1$s".formatted(text(result)));
    }
    return Optional.of(subject(result) + fault(result) + instead(result));
  }

  /** What has nothing to run can stand for an action that does nothing: {@code () -> done()}. */
  private static boolean isLastWord(ExecutableElement method) {
    return LAST_WORDS.stream().anyMatch(name -> Word.isOfLanguage(method, name));
  }

  private static String text(Discarded result) {
    return Wording.expression(result.call());
  }

  private static String subject(Discarded result) {
    String text = text(result);
    return Word.of(result.method()).equals(Optional.of(Word.AWAIT))
        ? "what " + text + " gives"
        : text;
  }

  private static String fault(Discarded result) {
    return switch (result.kind()) {
      case GENERATOR -> " is never iterated over, so it never runs";
      case COROUTINE -> " is never awaited, so it never runs";
      default -> " is never awaited";
    };
  }

  private String instead(Discarded result) {
    String text = text(result);
    if (result.taker().isPresent()) {
      return insteadOfFunction(result, result.taker().get());
    }
    Place place = places.of(result.at());
    if (result.kind() == RuntimeTypes.Kind.GENERATOR) {
      return "; write for (var element : awaitEach(%s))%s"
          .formatted(text, place.isTransformed() ? "" : " in an @Async method");
    }
    boolean canStart = result.kind() == RuntimeTypes.Kind.COROUTINE;
    if (place.isTransformed()) {
      return "; write await(%s)%s".formatted(text, canStart ? " or start(%s)".formatted(text) : "");
    }
    if (canStart
        && place.region() == Place.Region.OUTSIDE
        && place.member().getLeaf() instanceof MethodTree method
        && method.getName().contentEquals("main")) {
      return "; write EventLoop.run(%s)".formatted(text);
    }
    return "; await it in an @Async method"
        + (canStart ? ", or write start(%s)".formatted(text) : "");
  }

  private static String insteadOfFunction(Discarded result, String taker) {
    return " as a %s, which returns nothing; %s"
        .formatted(
            taker,
            switch (result.kind()) {
              case GENERATOR -> "write a loop that says awaitEach";
              case COROUTINE -> "write a loop that awaits it, or let a TaskGroup start it";
              default -> "write a loop that awaits it";
            });
  }
}
