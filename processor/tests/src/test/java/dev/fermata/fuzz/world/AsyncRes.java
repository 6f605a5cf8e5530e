package dev.fermata.fuzz.world;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.laboratory.fixture.Fixture;

/** A resource whose closing is awaited. */
public final class AsyncRes implements AsyncCloseable {
  private final int site;

  AsyncRes(int site) {
    this.site = site;
  }

  @Override
  public Coroutine<Void> closeAsync() {
    Fixture.log("close async " + site);
    return Points.closing(site);
  }

  @Override
  public String toString() {
    return "AsyncRes" + site;
  }
}
