package dev.fermata.processor;

import dev.fermata.processor.analysis.Analysis;
import dev.fermata.processor.analysis.AnalyzedUnit;
import dev.fermata.processor.model.AsyncOwner;
import dev.fermata.processor.writing.BodyCompiler;

/** Gives the compiler of an owner's bodies. */
interface BodyCompilers {
  /**
   * The compiler for one owner.
   *
   * @param owner with the elements of the analysis
   */
  BodyCompiler of(Analysis analysis, AnalyzedUnit unit, AsyncOwner owner);
}
