package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Chunks;
import dev.fermata.processor.graph.Layout;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.writing.SourceLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the step method of a body around its states; for a large body, a method for each part and
 * one that calls them.
 *
 * <pre>{@code
 * private Object fetch$step(Fetch$Frame frame, Execution execution, Object awaited, Throwable failure)
 *     throws Throwable {
 *   …
 *   int state = frame.state;
 *   while (true) {
 *     switch (state) {
 *       …
 *     }
 *   }
 * }
 * }</pre>
 */
final class StepMethods {
  private final Subject subject;
  private final Layout layout;
  private final FrameFields fields;
  private final Renderer renderer;
  private final InstructionWriter instructions;
  private final StepWriter.Own own;
  private final Set<Local> constants;

  StepMethods(
      Subject subject,
      Layout layout,
      FrameFields fields,
      Renderer renderer,
      InstructionWriter instructions,
      StepWriter.Own own,
      Set<Local> constants) {
    this.subject = subject;
    this.layout = layout;
    this.fields = fields;
    this.renderer = renderer;
    this.instructions = instructions;
    this.own = own;
    this.constants = constants;
  }

  /** All methods; the one that frames call is the first. */
  List<MethodSpec> write() {
    List<MethodSpec> methods = new ArrayList<>();
    if (layout.isLarge()) {
      methods.add(method(subject.step()).addCode(driver()).build());
    }
    List<List<Block>> chunks = layout.chunks().all();
    List<Set<Local>> mentioned = mentioned();
    for (int i = 0; i < chunks.size(); i++) {
      StepWriter step = new StepWriter(layout, fields, renderer, instructions, own, chunks.get(i));
      methods.add(
          method(layout.isLarge() ? part(i) : subject.step())
              .addCode(code(step, chunks.get(i), mentioned.get(i)))
              .addCode(SourceLines.end(subject.description()))
              .build());
    }
    return methods;
  }

  private MethodSpec.Builder method(String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE)
            .addTypeVariables(subject.typeVariables())
            .returns(ClassName.OBJECT)
            .addParameter(subject.frameType(), own.frame())
            .addParameter(RuntimeNames.EXECUTION, own.execution())
            .addParameter(ClassName.OBJECT, own.awaited())
            .addParameter(ClassName.get(Throwable.class), own.failure())
            .addException(Throwable.class);
    return subject.isStatic() ? method.addModifiers(Modifier.STATIC) : method;
  }

  /** The name of one of the methods of a large body. */
  private String part(int chunk) {
    return subject.step() + "$" + (chunk + 1);
  }

  /** Calls the method that has the state, as long as control goes from one to another. */
  private CodeBlock driver() {
    Chunks chunks = layout.chunks();
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("while (true) {\n$>$T result;\n", Object.class);
    for (int i = 0; i < chunks.all().size(); i++) {
      List<Block> chunk = chunks.all().get(i);
      int last = layout.order().number(chunk.get(chunk.size() - 1));
      boolean end = i == chunks.all().size() - 1;
      code.add(i == 0 ? "" : "else ");
      code.add(
          end ? "{\n$>" : "if ($L.state <= " + last + ") {\n$>",
          end ? new Object[0] : new Object[] {own.frame()});
      code.add(
          "result = $L($L, $L, $L, $L);\n$<}\n",
          part(i),
          own.frame(),
          own.execution(),
          own.awaited(),
          own.failure());
    }
    code.add(
        "if (result != $L.CONTINUED) {\n$>return result;\n$<}\n",
        renderer.surroundings().scope().receiver(RuntimeNames.MACHINE_BASE));
    code.add("$L = $L.$L;\n", own.awaited(), own.frame(), FrameFields.CARRIED);
    code.add("$L.$L = null;\n", own.frame(), FrameFields.CARRIED);
    return code.add("$L = null;\n$<}\n", own.failure()).build();
  }

  /** The locals that each of the methods knows of. */
  private List<Set<Local>> mentioned() {
    List<Set<Local>> mentioned = new ArrayList<>();
    layout.chunks().all().forEach(chunk -> mentioned.add(new LinkedHashSet<>()));
    for (Block block : layout.graph().blocks()) {
      mentioned.get(layout.chunks().number(block)).addAll(fields.mentioned(block));
    }
    return mentioned;
  }

  private CodeBlock code(StepWriter step, List<Block> chunk, Set<Local> mentioned) {
    String thrown = own.thrown();
    boolean single = chunk.size() == 1 && chunk.get(0) == layout.graph().entry();
    CodeBlock states = single ? step.single() : step.states();
    CodeBlock handlers = step.handlers();
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock rethrow =
        CodeBlock.of("if ($L != null) {\n$>throw $L;\n$<}\n", own.failure(), own.failure());
    if (handlers.isEmpty()) {
      code.add(rethrow);
    }
    head(code, mentioned);
    if (single && !step.jumped() && handlers.isEmpty()) {
      return code.add(states).build();
    }
    CodeBlock choice =
        CodeBlock.of(
            "switch ($L) {\n$>$Ldefault:\n$>throw $L.illegalState();\n$<$<}\n",
            step.jumped() || !handlers.isEmpty() ? own.state() : own.frame() + ".state",
            single ? CodeBlock.of("case 0: {\n$>$L$<}\n", states) : states,
            own.frame());
    if (!step.jumped() && handlers.isEmpty()) {
      return code.add(choice).build();
    }
    code.add("int $L = $L.state;\n", own.state(), own.frame());
    if (step.labelled()) {
      code.add("$L:\n", own.label());
    }
    code.add("while (true) {\n$>");
    if (handlers.isEmpty()) {
      return code.add(choice).add("$<}\n").build();
    }
    code.add("try {\n$>");
    code.add("if ($L != null) {\n$>", own.failure());
    code.add("$T $L = $L;\n$L = null;\n", Throwable.class, thrown, own.failure(), own.failure());
    code.add("throw $L;\n$<}\n", thrown);
    code.add(choice);
    code.add("$<} catch ($T $L) {\n$>", Throwable.class, thrown);
    code.add("switch ($L) {\n$>", own.state());
    code.add(handlers);
    code.add("default -> throw $L;\n$<}\n$<}\n$<}\n", thrown);
    return code.build();
  }

  /** The hoisted locals: restored from the frame, or empty. */
  private void head(CodeBlock.Builder code, Set<Local> mentioned) {
    Set<Local> kept = new HashSet<>(fields.fields());
    List<Local> locals = new ArrayList<>(layout.graph().locals());
    locals.removeIf(local -> !local.hoisted() || !mentioned.contains(local));
    locals.sort(
        Comparator.comparing(
            local -> local.kind() != Local.Kind.PARAMETER && !constants.contains(local)));
    for (Local local : locals) {
      TypeName type = renderer.type(local);
      if (constants.contains(local)) {
        code.add(
            "final $T $L = $L;\n",
            type,
            local.name(),
            ConstantVariables.initializer(renderer.typed(), local));
      } else if (kept.contains(local)) {
        boolean cast = !fields.type(local).equals(type);
        code.add(
            cast ? "$T $L = ($T) $L.$L;\n" : "$T $L = $L.$L;\n",
            cast
                ? new Object[] {type, local.name(), type, own.frame(), fields.name(local)}
                : new Object[] {type, local.name(), own.frame(), fields.name(local)});
      } else {
        code.add("$T $L = $L;\n", type, local.name(), empty(type));
      }
    }
  }

  private static String empty(TypeName type) {
    if (!type.isPrimitive()) {
      return "null";
    }
    return type.equals(TypeName.BOOLEAN) ? "false" : "0";
  }
}
