package golden.stages;

import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import dev.fermata.machine.Stages;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;

/**
 * Runs the {@code @Async} methods of {@link Input}.
 */
@Generated("dev.fermata.processor.FermataProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty",
        "exports", "fallthrough", "finally", "identity", "lossy-conversions",
        "missing-explicit-ctor", "overloads", "overrides", "preview", "rawtypes", "removal",
        "restricted", "serial", "static", "strictfp", "synchronization", "this-escape", "try",
        "unchecked", "varargs"})
abstract class AsyncInput extends Input {
  private static final Body LENGTH$BODY = Body.of(Input.class, "length", "Input.java", 14, 15, 14)
      .lines("51:15 58:15 61:14 73:0");

  private static final Body CHECKED$BODY = Body.of(Input.class, "checked", "Input.java", 20, 21, 0,
      20)
      .lines("96:21 102:21 108:25 112:20 124:0");

  private static final Body AFTER$BODY = Body.of(Input.class, "after", "Input.java", 29, 30, 29)
      .lines("142:30 149:31 151:29 163:0");

  @Override
  CompletableFuture<Integer> length(String name) {
    if (Bodies.ORIGINAL) {
      return Stages.start(Bodies.stage(LENGTH$BODY, () -> super.length(name)));
    }
    return Stages.start(new Length$Frame(name));
  }

  private Object length$step(Length$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    switch (frame.state) {
      case 0:
        // line 15
        awaited = execution.await(read(name), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.name = null;
          return Machine.SUSPENDED;
        }
      case 1: {
        String text = (String) awaited;
        CompletionStage<?> handedOver = CompletableFuture.completedFuture(text.length());
        // line 14
        awaited = execution.await(handedOver, frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 2;
          frame.name = null;
          return Machine.SUSPENDED;
        }
      }
      case 2:
        return awaited;
      default:
        throw frame.illegalState();
    }
  }

  @Override
  CompletionStage<Integer> checked(String name) throws IOException {
    if (Bodies.ORIGINAL) {
      return Stages.start(Bodies.stage(CHECKED$BODY, () -> super.checked(name)));
    }
    return Stages.start(new Checked$Frame(name));
  }

  private Object checked$step(Checked$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    CompletionStage<?> handedOver = null;
    int state = frame.state;
    machine:
    while (true) {
      switch (state) {
        case 0:
          // line 21
          awaited = execution.await(read(name), frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 1;
            return Machine.SUSPENDED;
          }
        case 1: {
          String text = (String) awaited;
          if (text.isEmpty()) {
            handedOver = CompletableFuture.failedFuture(new IOException(name + " is empty"));
            state = 2;
            continue machine;
          }
          handedOver = length(text);
        }
        case 2:
          // line 20
          awaited = execution.await(handedOver, frame);
          if (awaited == Machine.SUSPENDED) {
            frame.state = 3;
            frame.name = null;
            return Machine.SUSPENDED;
          }
        case 3:
          return awaited;
        default:
          throw frame.illegalState();
      }
    }
  }

  static CompletableFuture<Void> after(CompletionStage<?> stage) {
    if (Bodies.ORIGINAL) {
      return Stages.start(Bodies.stage(AFTER$BODY, () -> Input.after(stage)));
    }
    return Stages.start(new After$Frame(stage));
  }

  private static Object after$step(After$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    CompletionStage<?> stage = frame.stage;
    switch (frame.state) {
      case 0:
        // line 30
        awaited = execution.await(stage, frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.stage = null;
          return Machine.SUSPENDED;
        }
      case 1: {
        CompletionStage<?> handedOver = CompletableFuture.completedFuture(null);
        // line 29
        awaited = execution.await(handedOver, frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 2;
          frame.stage = null;
          return Machine.SUSPENDED;
        }
      }
      case 2:
        return awaited;
      default:
        throw frame.illegalState();
    }
  }

  private final class Length$Frame extends CoroutineMachine<Integer> {
    private String name;

    Length$Frame(String name) {
      this.name = name;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return length$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
    }

    @Override
    protected Body body() {
      return LENGTH$BODY;
    }
  }

  private final class Checked$Frame extends CoroutineMachine<Integer> {
    private String name;

    Checked$Frame(String name) {
      this.name = name;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return checked$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
    }

    @Override
    protected Body body() {
      return CHECKED$BODY;
    }
  }

  private static final class After$Frame extends CoroutineMachine<Void> {
    private CompletionStage<?> stage;

    After$Frame(CompletionStage<?> stage) {
      this.stage = stage;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return after$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      stage = null;
    }

    @Override
    protected Body body() {
      return AFTER$BODY;
    }
  }
}
