/** The annotation processor of Fermata, found as a service by javac. */
module dev.fermata.processor {
  requires java.compiler;
  requires jdk.compiler;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      dev.fermata.processor.FermataProcessor;
}
