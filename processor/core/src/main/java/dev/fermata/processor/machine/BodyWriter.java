package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Chunks;
import dev.fermata.processor.graph.ClassLifting;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.LiftedClass;
import dev.fermata.processor.graph.Liveness;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Placement;
import dev.fermata.processor.graph.Simplifier;
import dev.fermata.processor.graph.Sizes;
import dev.fermata.processor.graph.Splitter;
import dev.fermata.processor.graph.StateOrder;
import dev.fermata.processor.graph.Terminator;
import dev.fermata.processor.graph.UnreadTemporaries;
import dev.fermata.processor.lowering.AsyncBlockClasses;
import dev.fermata.processor.lowering.Completion;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.BodyKind;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.writing.SourceLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Writes the step method and the frame of one body from its graph. */
final class BodyWriter {
  /**
   * What is to be written.
   *
   * @param name of the body in the generated code: {@code fetch}, {@code fetch$1}, {@code
   *     fetch$async1}
   * @param method the user's name of it, for await stacks
   * @param file the user's file
   * @param element what it completes with or emits
   * @param typeVariables of the method
   */
  record Subject(
      String name,
      String method,
      String file,
      BodyKind kind,
      TypeMirror element,
      List<TypeVariableName> typeVariables,
      boolean isStatic,
      Tree body) {

    /** The name as that of a class begins. */
    String stem() {
      return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    String frame() {
      return stem() + "$Frame";
    }

    String step() {
      return name + "$step";
    }

    String description() {
      return AsyncMethod.constant(name) + "$BODY";
    }
  }

  /**
   * From this number of states on the line table is a text, since static initialisers have a limit.
   */
  private static final int MANY_STATES = 100;

  private final Typed typed;
  private final Surroundings surroundings;
  private final Subject subject;
  private final Graph graph;

  BodyWriter(Typed typed, Surroundings surroundings, Subject subject, Graph graph) {
    this.typed = typed;
    this.surroundings = surroundings;
    this.subject = subject;
    this.graph = graph;
  }

  void write(List<MethodSpec> methods, List<TypeSpec> frames, List<FieldSpec> constants) {
    Simplifier.simplify(graph);
    UnreadTemporaries.drop(graph, typed::element);
    Sizes sizes = new Sizes();
    Splitter.split(graph, sizes);
    graph.lifted().reserve(subject.frame());
    List<LiftedClass> lifted =
        ClassLifting.lift(
            graph,
            typed::element,
            AsyncBlockClasses.of(typed, subject.body()),
            subject.stem(),
            typed.elements().getTypeElement("java.lang.Object").asType());
    Liveness liveness = new Liveness(graph, typed::element);
    Placement placement = new Placement(graph, liveness, sizes);
    StateOrder order = new StateOrder(graph, placement);
    Chunks chunks = new Chunks(graph, order, placement, liveness, sizes);
    placement.place(chunks);
    Denotable denotable = denotable();
    FrameFields fields = new FrameFields(graph, liveness, chunks, denotable);
    Names names = new Names(subject.body());
    StepWriter.Own own =
        new StepWriter.Own(
            names.own("frame"),
            names.own("execution"),
            names.own("awaited"),
            names.own("failure"),
            names.own("state"),
            names.own("machine"));
    String thrown = names.own("thrown");
    names.assign(graph, liveness, placement, avoided());
    Set<Local> constantLocals = constants(fields);
    Renderer renderer = new Renderer(typed, graph, surroundings, denotable);
    Captures captures = new Captures(names, fields.written(), constantLocals);
    InstructionWriter instructions =
        new InstructionWriter(
            renderer,
            Completion.of(typed, subject.body()),
            captures,
            constantLocals,
            subject.description());
    boolean large = chunks.all().size() > 1;
    if (large) {
      methods.add(step(subject.step(), own).addCode(driver(chunks, order, own)).build());
    }
    for (List<Block> chunk : chunks.all()) {
      StepWriter step =
          new StepWriter(
              graph,
              liveness,
              placement,
              order,
              fields,
              renderer,
              instructions,
              own,
              chunks,
              chunk);
      Set<Local> mentioned = large ? mentioned(chunk, placement, fields) : fields.mentioned();
      String name = large ? part(chunks.all().indexOf(chunk)) : subject.step();
      methods.add(
          step(name, own)
              .addCode(code(step, chunk, fields, mentioned, denotable, constantLocals, own, thrown))
              .addCode(SourceLines.end(subject.description()))
              .build());
    }
    frames.add(frame(fields, large));
    LiftedClassWriter scopes =
        new LiftedClassWriter(renderer, subject.typeVariables(), subject.isStatic());
    lifted.forEach(type -> frames.add(scopes.write(type)));
    constants.add(description(order));
  }

  private Denotable denotable() {
    return new Denotable(typed.types(), graph.lifted(), subject.typeVariables());
  }

  private MethodSpec.Builder step(String name, StepWriter.Own own) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE)
            .addTypeVariables(subject.typeVariables())
            .returns(ClassName.OBJECT)
            .addParameter(frameType(), own.frame())
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
  private CodeBlock driver(Chunks chunks, StateOrder order, StepWriter.Own own) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("while (true) {\n$>$T result;\n", Object.class);
    for (int i = 0; i < chunks.all().size(); i++) {
      List<Block> chunk = chunks.all().get(i);
      int last = order.number(chunk.get(chunk.size() - 1));
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
    code.add("if (result != $T.CONTINUED) {\n$>return result;\n$<}\n", RuntimeNames.MACHINE_BASE);
    code.add("$L = $L.$L;\n", own.awaited(), own.frame(), FrameFields.CARRIED);
    code.add("$L.$L = null;\n", own.frame(), FrameFields.CARRIED);
    return code.add("$L = null;\n$<}\n", own.failure()).build();
  }

  private Set<Local> mentioned(List<Block> chunk, Placement placement, FrameFields fields) {
    Set<Local> mentioned = new LinkedHashSet<>();
    for (Block block : graph.blocks()) {
      if (chunk.contains(placement.state(block))) {
        mentioned.addAll(fields.mentioned(block));
      }
    }
    return mentioned;
  }

  private TypeName frameType() {
    ClassName raw = ClassName.get("", subject.frame());
    return subject.typeVariables().isEmpty()
        ? raw
        : ParameterizedTypeName.get(raw, subject.typeVariables().toArray(new TypeName[0]));
  }

  private CodeBlock code(
      StepWriter step,
      List<Block> chunk,
      FrameFields fields,
      Set<Local> mentioned,
      Denotable denotable,
      Set<Local> constants,
      StepWriter.Own own,
      String thrown) {
    boolean single = chunk.size() == 1 && chunk.get(0) == graph.entry();
    CodeBlock states = single ? step.single() : step.states();
    CodeBlock handlers = step.handlers(thrown);
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock rethrow =
        CodeBlock.of("if ($L != null) {\n$>throw $L;\n$<}\n", own.failure(), own.failure());
    if (handlers.isEmpty()) {
      code.add(rethrow);
    }
    head(code, fields, mentioned, denotable, constants, own);
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
  private void head(
      CodeBlock.Builder code,
      FrameFields fields,
      Set<Local> mentioned,
      Denotable denotable,
      Set<Local> constants,
      StepWriter.Own own) {
    List<Local> kept = fields.fields();
    List<Local> locals = new ArrayList<>(graph.locals());
    locals.sort(
        Comparator.comparing(
            local -> local.kind() != Local.Kind.PARAMETER && !constants.contains(local)));
    for (Local local : locals) {
      if (!local.hoisted() || !mentioned.contains(local)) {
        continue;
      }
      TypeName type = denotable.name(local);
      if (constants.contains(local)) {
        code.add(
            "final $T $L = $L;\n", type, local.name(), ConstantVariables.initializer(typed, local));
      } else if (kept.contains(local)) {
        boolean cast = !fields.type(local).equals(type);
        code.add(
            cast ? "$T $L = ($T) $L.$L;\n" : "$T $L = $L.$L;\n",
            cast
                ? new Object[] {type, local.name(), type, own.frame(), FrameFields.name(local)}
                : new Object[] {type, local.name(), own.frame(), FrameFields.name(local)});
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

  /**
   * Constants (JLS 4.12.4) must stay constants: they may be labels, or decide what is reachable.
   */
  private Set<Local> constants(FrameFields fields) {
    Set<Local> constants = new LinkedHashSet<>();
    for (Local local : fields.mentioned()) {
      if (local.hoisted()
          && local.element() != null
          && local.element().getConstantValue() != null) {
        constants.add(local);
      }
    }
    return constants;
  }

  /** Names that a hoisted local would clash with, or hide. */
  private Set<String> avoided() {
    Set<String> avoided = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      private int classes;

      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void p) {
        Element element = typed.element(tree);
        if (element != null && element.getKind().isField() && !isOfLocalClass(element)) {
          avoided.add(tree.getName().toString());
        }
        return null;
      }

      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
        if (classes == 0 && graph.local(typed.element(tree)) == null) {
          avoided.add(tree.getName().toString());
        }
        return super.visitVariable(tree, null);
      }

      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
        classes++;
        super.visitClass(tree, null);
        classes--;
        return null;
      }
    }.scan(subject.body(), null);
    return avoided;
  }

  /** Such a field hides the locals around its class, not they it. */
  private static boolean isOfLocalClass(Element field) {
    return field.getEnclosingElement() instanceof TypeElement type && Denotable.isLocal(type);
  }

  private TypeSpec frame(FrameFields fields, boolean large) {
    TypeName element = denotable().name(subject.element()).box();
    ClassName machine =
        subject.kind() == BodyKind.GENERATOR
            ? RuntimeNames.GENERATOR_MACHINE
            : RuntimeNames.COROUTINE_MACHINE;
    TypeSpec.Builder frame =
        TypeSpec.classBuilder(subject.frame())
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addTypeVariables(subject.typeVariables())
            .superclass(ParameterizedTypeName.get(machine, element));
    if (subject.isStatic()) {
      frame.addModifiers(Modifier.STATIC);
    }
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (Local local : graph.locals()) {
      if (local.kind() == Local.Kind.PARAMETER) {
        TypeName type = fields.type(local);
        constructor.addParameter(type, local.name());
        if (fields.mentioned().contains(local)) {
          constructor.addStatement("this.$L = $L", FrameFields.name(local), local.name());
        }
      }
    }
    for (Local local : fields.fields()) {
      frame.addField(fields.type(local), FrameFields.name(local), Modifier.PRIVATE);
    }
    if (large) {
      frame.addField(Object.class, FrameFields.CARRIED, Modifier.PRIVATE);
    }
    if (graph.locals().stream().anyMatch(local -> local.kind() == Local.Kind.PARAMETER)) {
      frame.addMethod(constructor.build());
    }
    frame.addMethod(
        MethodSpec.methodBuilder("step")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(ClassName.OBJECT)
            .addParameter(RuntimeNames.EXECUTION, "execution")
            .addParameter(ClassName.OBJECT, "awaited")
            .addParameter(ClassName.get(Throwable.class), "failure")
            .addException(Throwable.class)
            .addStatement("return $L(this, execution, awaited, failure)", subject.step())
            .build());
    clearing(fields, large).ifPresent(frame::addMethod);
    frame.addMethod(
        MethodSpec.methodBuilder("body")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(RuntimeNames.BODY)
            .addStatement("return $L", subject.description())
            .build());
    return frame.build();
  }

  /** The method by which a body that has ended lets go of what its frame refers to. */
  private static Optional<MethodSpec> clearing(FrameFields fields, boolean large) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Local local : fields.fields()) {
      if (!local.type().getKind().isPrimitive()) {
        code.addStatement("$L = null", FrameFields.name(local));
      }
    }
    if (large) {
      code.addStatement("$L = null", FrameFields.CARRIED);
    }
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(
            MethodSpec.methodBuilder("clear")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addCode(code.build())
                .build());
  }

  /** Who and where, for await stacks: the line of the user's file by state. */
  private FieldSpec description(StateOrder order) {
    int[] lines = new int[order.states().size()];
    for (Block block : graph.blocks()) {
      if (block.terminator() instanceof Terminator.Await await) {
        lines[order.number(await.resume())] = await.line();
      } else if (block.terminator() instanceof Terminator.Emit emit) {
        lines[order.number(emit.resume())] = emit.line();
      }
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
            "$T.of($T.class,$W$S,$W$S,$W$L)\n    .lines($L)",
            RuntimeNames.BODY,
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
