package dev.fermata.processor.machine;

import static java.util.stream.Collectors.toSet;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Layout;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.lowering.AsyncBlockClasses;
import dev.fermata.processor.lowering.Completion;
import dev.fermata.processor.lowering.Typed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Writes one body from its graph.
 *
 * <p>In: the graph. Out: the step methods, the class of the frame, lifted classes, and the
 * description of the body.
 */
final class BodyWriter {
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

  void write(List<MethodSpec> methods, List<TypeSpec> classes, List<FieldSpec> constants) {
    Layout layout = layout();
    InaccessibleTypes.check(typed, graph, subject.body());
    StandIns standIns = surroundings.hidden().standIns();
    Intersections intersections = surroundings.hidden().intersections();
    ScopeVariables scopeVariables =
        new ScopeVariables(typed, standIns, intersections, graph.lifted(), subject.typeVariables());
    Denotable denotable =
        new Denotable(typed.types(), standIns, intersections, graph.lifted(), scopeVariables::of);
    FrameFields fields = new FrameFields(layout, denotable, inheritedFields());
    Set<Local> constantLocals = constants(fields);
    Names names = new Names(subject.body());
    StepWriter.Own own = StepWriter.Own.among(names);
    names.assign(layout, AvoidedNames.of(typed, graph, surroundings.scope(), subject.body()));

    Renderer renderer = new Renderer(typed, graph, surroundings, denotable, names);
    InstructionWriter instructions =
        new InstructionWriter(
            renderer,
            Completion.of(typed, subject.body()),
            new Captures(names, fields.written(), constantLocals),
            constantLocals,
            subject.description(),
            own);
    methods.addAll(
        new StepMethods(subject, layout, fields, renderer, instructions, own, constantLocals)
            .write());
    classes.add(new FrameWriter(subject, graph, fields, denotable).write(layout.isLarge()));
    LiftedClassWriter scopes = new LiftedClassWriter(renderer, scopeVariables, subject.isStatic());
    layout.lifted().forEach(type -> classes.add(scopes.write(type)));
    constants.add(BodyDescription.of(typed, surroundings, subject, layout));
    if (surroundings.audience().listens()) {
      Explanation explanation = new Explanation(typed, subject, layout, fields);
      surroundings.audience().tell(explanation.text(surroundings.audience()::line));
    }
  }

  /** The names of fields that the frame inherits. */
  private Set<String> inheritedFields() {
    Elements elements = typed.elements();
    TypeElement machine = elements.getTypeElement(subject.machine().canonicalName());
    return ElementFilter.fieldsIn(elements.getAllMembers(machine)).stream()
        .map(field -> field.getSimpleName().toString())
        .collect(toSet());
  }

  private Layout layout() {
    graph.lifted().reserve(subject.frame());
    return Layout.of(
        graph,
        typed::element,
        AsyncBlockClasses.of(typed, subject.body()),
        subject.stem(),
        typed.elements().getTypeElement("java.lang.Object").asType());
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
}
