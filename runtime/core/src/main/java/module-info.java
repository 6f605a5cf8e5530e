/** The runtime of Fermata: the event loop and all that runs on it. */
module dev.fermata.runtime {
  requires transitive dev.fermata.annotations;
  requires static java.compiler;
  requires static java.instrument;
  requires static java.management;
  requires static jdk.httpserver;
  requires static jdk.jfr;
  requires static org.jspecify;

  uses dev.fermata.ContextCarrier;

  exports dev.fermata;
  exports dev.fermata.machine;
  exports dev.fermata.management;
  exports dev.fermata.patterns;
  exports dev.fermata.sync;
}
