package dev.fermata.processor.machine;

import com.palantir.javapoet.TypeVariableName;
import dev.fermata.processor.graph.LiftedClass;
import dev.fermata.processor.graph.LiftedClasses;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.MentionedTypes;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.lowering.TypesInTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * The type variables of a method that the scope of a lifted class has too: those that the class
 * mentions. A class that mentions none is one without parameters, of which there are arrays, which
 * may be an exception, and for which {@code instanceof} can ask.
 *
 * <p>In: the type variables of the method, and a lifted class. Out: some of the variables, in their
 * order.
 */
final class ScopeVariables {
  private static final Pattern WORD = Pattern.compile("[\\w$]+");

  private final Typed typed;
  private final StandIns standIns;
  private final Intersections intersections;
  private final LiftedClasses lifted;
  private final List<TypeVariableName> ofMethod;
  private final Map<LiftedClass, List<TypeVariableName>> known = new HashMap<>();

  ScopeVariables(
      Typed typed,
      StandIns standIns,
      Intersections intersections,
      LiftedClasses lifted,
      List<TypeVariableName> ofMethod) {
    this.typed = typed;
    this.standIns = standIns;
    this.intersections = intersections;
    this.lifted = lifted;
    this.ofMethod = ofMethod;
  }

  List<TypeVariableName> of(LiftedClass type) {
    return ofMethod.isEmpty() ? ofMethod : known.computeIfAbsent(type, this::mentioned);
  }

  private List<TypeVariableName> mentioned(LiftedClass type) {
    Set<String> names = new HashSet<>();
    mention(type, names, new HashSet<>());
    for (int i = 0; i < ofMethod.size(); i++) { // bounds may mention what is declared behind them
      for (TypeVariableName variable : ofMethod) {
        if (names.contains(variable.name())) {
          variable.bounds().forEach(bound -> addWords(bound.toString(), names));
        }
      }
    }
    return ofMethod.stream().filter(variable -> names.contains(variable.name())).toList();
  }

  private static void addWords(String text, Set<String> words) {
    WORD.matcher(text).results().forEach(word -> words.add(word.group()));
  }

  private void mention(LiftedClass type, Set<String> names, Set<LiftedClass> done) {
    if (!done.add(type)) {
      return;
    }
    Stream<TypeMirror> inText =
        TypesInTree.of(typed, type.creation() == null ? type.tree() : type.creation()).stream();
    Stream<TypeMirror> captured = type.captured().stream().map(Local::type);
    for (TypeMirror mentioned : Stream.concat(inText, captured).toList()) {
      MentionedTypes.variablesIn(mentioned).forEach(v -> names.add(v.getSimpleName().toString()));
      standIns.in(Stream.of(mentioned)).forEach(hidden -> names.add(standIns.name(hidden)));
      if (intersections.mentions(mentioned)) {
        intersections.names().forEach(names::add);
      }
      for (Element element : MentionedTypes.in(mentioned)) {
        LiftedClass other = lifted.of(element);
        if (other != null) {
          mention(other, names, done);
        }
      }
    }
    for (Local local : type.captured()) {
      LiftedClass other = local.scopeOf();
      if (other != null) {
        mention(other, names, done);
      }
    }
  }
}
