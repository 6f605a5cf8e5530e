package dev.fermata.processor;

import dev.fermata.processor.analysis.Analysis;
import dev.fermata.processor.discovery.Nameability;
import dev.fermata.processor.discovery.ReturnTypes;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.AsyncOwner;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** The owners and methods of the outer compilation as the private one knows them. */
final class Counterparts {
  private final Analysis analysis;
  private final ReturnTypes returnTypes;
  private final Nameability nameability;

  Counterparts(Analysis analysis) {
    this.analysis = analysis;
    this.nameability = new Nameability(analysis.elements(), analysis.types());
    this.returnTypes = new ReturnTypes(analysis.elements(), analysis.types());
  }

  AsyncOwner of(AsyncOwner outer) {
    return new AsyncOwner(
        analysis.counterpart(outer.type()).orElseThrow(),
        outer.generatedName(),
        outer.methods().stream().map(this::of).toList());
  }

  AsyncMethod of(AsyncMethod outer) {
    ExecutableElement element = analysis.counterpart(outer.element()).orElseThrow();
    return new AsyncMethod(element, outer.kind(), resultOf(element), outer.overload());
  }

  /** What the generated class cannot name is an object to it. */
  private TypeMirror resultOf(ExecutableElement method) {
    TypeMirror result = returnTypes.resultOf(method);
    return method.getEnclosingElement() instanceof TypeElement owner
            && nameability.canName(result, owner)
        ? result
        : analysis.elements().getTypeElement("java.lang.Object").asType();
  }
}
