package dev.fermata.processor.machine;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.fermata.processor.graph.Layout;
import dev.fermata.processor.graph.StateOrder;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.writing.SourceLines;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the constant that says what a body is and where.
 *
 * <pre>{@code
 * private static final Body FETCH$BODY = Body.of(Crawler.class, "fetch", "Crawler.java", 12, 14)
 *     .lines(FETCH$BODY$LINES);
 * }</pre>
 */
final class BodyDescription {
  /**
   * From this number of states on the line table is a text, since static initialisers have a limit.
   */
  private static final int MANY_STATES = 100;

  private BodyDescription() {}

  /** Who and where, for await stacks: the line of the user's file by state. */
  static FieldSpec of(Typed typed, Surroundings surroundings, Subject subject, Layout layout) {
    StateOrder order = layout.order();
    int[] lines = new int[order.states().size()];
    for (Suspension suspension : Suspension.of(layout.graph())) {
      lines[order.number(suspension.resume())] = suspension.line();
    }
    lines[0] = typed.line(subject.body());
    List<String> written = new ArrayList<>();
    for (int line : lines) {
      written.add(String.valueOf(line));
    }
    boolean many = lines.length > MANY_STATES;
    return FieldSpec.builder(
            RuntimeNames.BODY,
            subject.description(),
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer(
            "$L.of($T.class,$W$S,$W$S,$W$L)\n    .lines($L)",
            surroundings.scope().receiver(RuntimeNames.BODY),
            surroundings.owner(),
            subject.method(),
            subject.file(),
            many
                ? CodeBlock.of("$S", String.join(" ", written))
                : CodeBlock.of(String.join(",$W", written)),
            SourceLines.table(subject.description()))
        .build();
  }
}
