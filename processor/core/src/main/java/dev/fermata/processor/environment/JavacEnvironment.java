package dev.fermata.processor.environment;

import com.sun.source.util.Trees;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The compilation that runs the processor, as javac itself shows it.
 *
 * <p>Files are to be written, and messages printed, through the environment that the processor was
 * given, for a build tool that wrapped it wants to know of them. Everything else is asked here.
 */
public final class JavacEnvironment {
  private final ProcessingEnvironment processing;
  private final Trees trees;
  private final SourceTypes sourceTypes;

  JavacEnvironment(ProcessingEnvironment processing, Trees trees) {
    this.processing = processing;
    this.trees = trees;
    this.sourceTypes = new SourceTypes(processing.getElementUtils(), trees);
  }

  /** javac's own environment, unwrapped. */
  public ProcessingEnvironment processing() {
    return processing;
  }

  /** The trees of the compilation. Their bodies must not be attributed before javac does it. */
  public Trees trees() {
    return trees;
  }

  /** The elements of the compilation. */
  public Elements elements() {
    return processing.getElementUtils();
  }

  /** The types of the compilation. */
  public Types types() {
    return processing.getTypeUtils();
  }

  /** The types that were given to the compiler in source. */
  public SourceTypes sourceTypes() {
    return sourceTypes;
  }

  /** Where javac takes messages. */
  public Messager messager() {
    return processing.getMessager();
  }
}
