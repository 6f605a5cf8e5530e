package dev.fermata.processor.checks;

import com.sun.source.tree.MethodTree;
import dev.fermata.processor.diagnostics.Wording;
import dev.fermata.processor.model.BodyKind;
import java.util.Optional;

/** Emitting in a transformed body that is no generator. */
final class EmitOutsideGenerator implements Rule {
  @Override
  public Optional<String> check(Use use) {
    Place place = use.place();
    if (!use.emits()
        || place.bodyKind().isEmpty()
        || place.bodyKind().get() == BodyKind.GENERATOR) {
      return Optional.empty();
    }
    return Optional.of(
        place.member().getLeaf() instanceof MethodTree method
            ? "%s in %s, which returns %s; let it return AsyncGenerator<%s>"
                .formatted(
                    use.text(),
                    Wording.method(method),
                    method.getReturnType(),
                    Wording.elementType(method.getReturnType()))
            : use.text()
                + " in an async block, which is no generator; say it in the body of the @Async"
                + " method that returns AsyncGenerator");
  }
}
