package dev.fermata.fuzz.world;

import dev.fermata.AsyncScope;
import dev.fermata.Coroutine;
import dev.fermata.laboratory.fixture.Fixture;
import org.jspecify.annotations.Nullable;

/** A scope that is told how its body failed, and may fail itself. */
public final class Scope implements AsyncScope {
  private final int site;

  Scope(int site) {
    this.site = site;
  }

  @Override
  public Coroutine<Void> exit(@Nullable Throwable failure) {
    Fixture.log("exit " + site + " " + Text.of(failure));
    return Points.closing(site);
  }

  @Override
  public String toString() {
    return "Scope" + site;
  }
}
