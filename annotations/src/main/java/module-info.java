/**
 * The annotations of Fermata. They cost nothing at run time: none is retained past the class file.
 */
module dev.fermata.annotations {
  requires static org.jspecify;

  exports dev.fermata.annotations;
}
