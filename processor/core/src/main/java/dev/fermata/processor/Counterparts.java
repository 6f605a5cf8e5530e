package dev.fermata.processor;

import dev.fermata.processor.analysis.Analysis;
import dev.fermata.processor.discovery.ReturnTypes;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.AsyncOwner;
import javax.lang.model.element.ExecutableElement;

/** The owners and methods of the outer compilation as the private one knows them. */
final class Counterparts {
  private final Analysis analysis;
  private final ReturnTypes returnTypes;

  Counterparts(Analysis analysis) {
    this.analysis = analysis;
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
    return new AsyncMethod(element, outer.kind(), returnTypes.resultOf(element), outer.overload());
  }
}
