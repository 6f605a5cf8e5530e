/** A user's module. */
module consumer {
  requires transitive dev.fermata.runtime;
  requires java.net.http;

  exports consumer.api;
  exports consumer.text;
}
