package dev.fermata.testing;

import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;

/** A hand-written machine, as generated code has them: the test gives the step. */
public abstract class Frame<T> extends CoroutineMachine<T> {
  private static final Body BODY = Body.of(Frame.class, "body", "Frame.java", 10, 11, 12, 13);

  @Override
  protected Body body() {
    return BODY;
  }
}
