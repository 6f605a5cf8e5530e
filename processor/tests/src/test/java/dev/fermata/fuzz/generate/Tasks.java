package dev.fermata.fuzz.generate;

import dev.fermata.fuzz.program.Construct;
import dev.fermata.fuzz.program.JavaType;
import dev.fermata.fuzz.program.Node;
import java.util.List;

/** Tasks that run beside the body that started them, awaited later, cancelled, or never. */
final class Tasks extends Family implements StatementFamily {
  Tasks(Workshop workshop) {
    super(workshop);
  }

  @Override
  public void offer(Place place, Menu menu) {
    List<Signature> coroutines =
        workshop
            .members()
            .signatures(s -> s.kind() == Body.Kind.COROUTINE && s.isCallableAt(place));
    menu.addIf(
        place.depth() > 0 && !coroutines.isEmpty(), 2, () -> task(rand.pick(coroutines), place));
  }

  private Node task(Signature signature, Place place) {
    String name = "task" + site();
    JavaType type =
        signature.result() == JavaType.TYPE_VARIABLE ? JavaType.INT : signature.result();
    String end =
        switch (rand.below(6)) {
          case 0 -> name + ".cancel();\n";
          case 1 -> name + ".cancel();\nawait(yieldNow());\n";
          default -> "";
        };
    return Node.statement(
        Construct.AWAIT_TASK,
        "var "
            + name
            + " = start(#call);\n{\n#between}\n"
            + end
            + "log("
            + site()
            + ", await("
            + name
            + "), 0);",
        workshop.call(signature, type, place),
        workshop.completingBlock(place));
  }
}
