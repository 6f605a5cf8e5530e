package dev.fermata.fuzz.world;

import dev.fermata.laboratory.fixture.Fixture;

/** A resource of the JDK's kind. */
public final class Res implements AutoCloseable {
  private final int site;

  Res(int site) {
    this.site = site;
  }

  @Override
  public void close() {
    Fixture.log("close " + site);
    if (World.mask().fails(site)) {
      throw new Failure(site);
    }
  }

  @Override
  public String toString() {
    return "Res" + site;
  }
}
