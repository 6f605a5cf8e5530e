package dev.fermata.processor.machine;

import com.sun.source.tree.LambdaExpressionTree;
import dev.fermata.processor.graph.Layout;
import dev.fermata.processor.graph.LiftedClass;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.BodyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Tells a person what became of a body.
 *
 * <p>In: the body and how it is laid out. Out: its states with the lines after which they go on,
 * the fields of its frame with the waits that they outlive, what it captures, and the state graph.
 */
final class Explanation {
  private final Typed typed;
  private final Subject subject;
  private final Layout layout;
  private final FrameFields fields;
  private final List<Suspension> suspensions;

  Explanation(Typed typed, Subject subject, Layout layout, FrameFields fields) {
    this.typed = typed;
    this.subject = subject;
    this.layout = layout;
    this.fields = fields;
    this.suspensions = Suspension.of(layout.graph());
  }

  /**
   * The text, of several lines.
   *
   * @param lineOf gives a line of the user's file
   */
  String text(IntFunction<String> lineOf) {
    List<String> lines = new ArrayList<>();
    lines.add(heading());
    lines.add("  state 0 begins in line " + typed.line(subject.body()));
    suspensions.forEach(suspension -> lines.add(state(suspension, lineOf)));
    if (layout.isLarge()) {
      lines.add("  in %d methods, for its size".formatted(layout.chunks().all().size()));
    }
    fields.fields().forEach(local -> lines.add(field(local)));
    layout.lifted().forEach(type -> lines.add(lifted(type)));
    lines.add(StateDiagram.of(layout, subject.name()));
    return String.join("\n", lines);
  }

  private String heading() {
    int states = layout.order().states().size();
    return "%s: %s with %d %s, in %s"
        .formatted(
            subject.name(),
            isBlock()
                ? "an async block"
                : subject.kind() == BodyKind.GENERATOR ? "a generator" : "a coroutine",
            states,
            states == 1 ? "state" : "states",
            subject.frame());
  }

  private boolean isBlock() {
    return subject.body() instanceof LambdaExpressionTree;
  }

  private String state(Suspension suspension, IntFunction<String> lineOf) {
    return "  state %d goes on after the %s in line %d: %s"
        .formatted(
            layout.order().number(suspension.resume()),
            suspension.word(),
            suspension.line(),
            lineOf.apply(suspension.line()).strip());
  }

  private String field(Local local) {
    String lines =
        suspensions.stream()
            .filter(it -> layout.liveness().liveAcross(it.resume()).contains(local))
            .map(it -> String.valueOf(it.line()))
            .distinct()
            .collect(Collectors.joining(", "));
    return "  field %s, %s%s"
        .formatted(
            fields.name(local),
            kind(local),
            lines.isEmpty() ? "" : ", is needed after the wait in line " + lines);
  }

  private String kind(Local local) {
    return switch (local.kind()) {
      case PARAMETER -> isBlock() ? "captured" : "a parameter";
      case USER -> "a variable";
      case TEMPORARY -> "an intermediate value";
    };
  }

  private static String lifted(LiftedClass type) {
    String captured =
        type.captured().stream().map(Local::wanted).sorted().collect(Collectors.joining(", "));
    return "  class %s is a member of the generated class%s"
        .formatted(type.name(), captured.isEmpty() ? "" : " and captures " + captured);
  }
}
