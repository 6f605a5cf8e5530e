package golden.exceptions;

import dev.fermata.Coroutine;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
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
  private static final Body READ_OR$BODY = Body.of(Input.class, "readOr", "Input.java", 21, 0, 23,
      0)
      .lines("67:23 74:23 80:25 96:0");

  private static final Body READ_ANY$BODY = Body.of(Input.class, "readAny", "Input.java", 31, 0, 0,
      34, 0, 0, 42, 0)
      .lines("126:32 129:45 135:34 146:34 163:42 192:39 213:0");

  private static final Body GUARDED$BODY = Body.of(Input.class, "guarded", "Input.java", 49, 0, 52,
      0)
      .lines("241:52 248:52 252:54 256:56 270:0");

  private static final Body PARSED$BODY = Body.of(Input.class, "parsed", "Input.java", 61, 62)
      .lines("289:62 296:62 306:0");

  @Override
  Coroutine<String> readOr(String name, String otherwise) throws IOException {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(READ_OR$BODY, () -> super.readOr(name, otherwise));
    }
    return new ReadOr$Frame(name, otherwise);
  }

  private Object readOr$step(ReadOr$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    String name = frame.name;
    String otherwise = frame.otherwise;
    Throwable thrown$2 = null;
    int state = frame.state;
    while (true) {
      try {
        if (failure != null) {
          Throwable thrown = failure;
          failure = null;
          throw thrown;
        }
        switch (state) {
          case 0:
            state = 1;
          case 1:
            // line 23
            awaited = execution.await(read(name), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 2;
              frame.name = null;
              return Machine.SUSPENDED;
            }
          case 2:
            return (String) awaited;
          case 3: {
            if (!(thrown$2 instanceof FileNotFoundException)) {
              throw thrown$2;
            }
            FileNotFoundException e = (FileNotFoundException) thrown$2;
            log(e.getMessage());
            return otherwise;
          }
          default:
            throw frame.illegalState();
        }
      } catch (Throwable thrown) {
        switch (state) {
          case 1, 2 -> {
            thrown$2 = thrown;
            state = 3;
          }
          default -> throw thrown;
        }
      }
    }
  }

  @Override
  Coroutine<String> readAny(List<String> names) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(READ_ANY$BODY, () -> super.readAny(names));
    }
    return new ReadAny$Frame(names);
  }

  private Object readAny$step(ReadAny$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    List<String> names = frame.names;
    Iterator<String> iterator = frame.iterator;
    String name = frame.name;
    Throwable failure$2 = frame.failure$2;
    int exit = frame.exit;
    Throwable thrown$2 = null;
    String returned = frame.returned;
    int state = frame.state;
    machine:
    while (true) {
      try {
        if (failure != null) {
          Throwable thrown = failure;
          failure = null;
          throw thrown;
        }
        switch (state) {
          case 0:
            iterator = names.iterator();
          case 1:
            if (!iterator.hasNext()) {
              return "";
            }
            name = iterator.next();
            state = 2;
          case 2:
            // line 34
            awaited = execution.await(read(name), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 3;
              frame.names = null;
              frame.iterator = iterator;
              frame.name = name;
              frame.failure$2 = null;
              frame.returned = returned;
              return Machine.SUSPENDED;
            }
          case 3: {
            String text = (String) awaited;
            if (!text.isEmpty()) {
              returned = text;
              exit = 1;
              failure$2 = null;
              state = 5;
              continue machine;
            }
            state = 4;
          }
          case 4:
            exit = 2;
            failure$2 = null;
            state = 5;
          case 5:
            // Whatever has happened.
            // line 42
            awaited = execution.await(close(name), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 6;
              frame.names = null;
              frame.iterator = iterator;
              frame.name = null;
              frame.failure$2 = failure$2;
              frame.exit = exit;
              frame.returned = returned;
              return Machine.SUSPENDED;
            }
          case 6:
            if (failure$2 != null) {
              throw failure$2;
            }
            switch (exit) {
              case 1: {
                return returned;
              }
              default: {
                state = 1;
                continue;
              }
            }
          case 7: {
            if (!(thrown$2 instanceof IOException || thrown$2 instanceof UncheckedIOException)) {
              throw thrown$2;
            }
            Exception e = (Exception) thrown$2;
            log(name + ": " + e);
            state = 4;
            continue;
          }
          default:
            throw frame.illegalState();
        }
      } catch (Throwable thrown) {
        switch (state) {
          case 2, 3 -> {
            thrown$2 = thrown;
            state = 7;
          }
          case 4, 7 -> {
            failure$2 = thrown;
            state = 5;
          }
          default -> throw thrown;
        }
      }
    }
  }

  @Override
  Coroutine<Integer> guarded(String name) throws IOException {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(GUARDED$BODY, () -> super.guarded(name));
    }
    return new Guarded$Frame(name);
  }

  private Object guarded$step(Guarded$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    String name = frame.name;
    int size = frame.size;
    Throwable failure$2 = null;
    int state = frame.state;
    while (true) {
      try {
        if (failure != null) {
          Throwable thrown = failure;
          failure = null;
          throw thrown;
        }
        switch (state) {
          case 0:
            state = 1;
          case 1:
            // line 52
            awaited = execution.await(read(name), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 2;
              frame.size = size;
              return Machine.SUSPENDED;
            }
          case 2:
            size = ((String) awaited).length();
            failure$2 = null;
            state = 3;
          case 3:
            log("done with " + name);
            if (failure$2 != null) {
              throw failure$2;
            }
            return size;
          default:
            throw frame.illegalState();
        }
      } catch (Throwable thrown) {
        switch (state) {
          case 1, 2 -> {
            failure$2 = thrown;
            state = 3;
          }
          default -> throw thrown;
        }
      }
    }
  }

  @Override
  Coroutine<Integer> parsed(String name) throws IOException {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(PARSED$BODY, () -> super.parsed(name));
    }
    return new Parsed$Frame(name);
  }

  private Object parsed$step(Parsed$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
    String name = frame.name;
    switch (frame.state) {
      case 0:
        // line 62
        awaited = execution.await(read(name), frame);
        if (awaited == Machine.SUSPENDED) {
          frame.state = 1;
          frame.name = null;
          return Machine.SUSPENDED;
        }
      case 1: {
        String text = (String) awaited;
        try {
          return Integer.parseInt(text);
        } catch (NumberFormatException e) {
          return -1;
        }
      }
      default:
        throw frame.illegalState();
    }
  }

  private final class ReadOr$Frame extends CoroutineMachine<String> {
    private String name;

    private String otherwise;

    ReadOr$Frame(String name, String otherwise) {
      this.name = name;
      this.otherwise = otherwise;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return readOr$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
      otherwise = null;
    }

    @Override
    protected Body body() {
      return READ_OR$BODY;
    }
  }

  private final class ReadAny$Frame extends CoroutineMachine<String> {
    private List<String> names;

    private Iterator<String> iterator;

    private String name;

    private Throwable failure$2;

    private int exit;

    private String returned;

    ReadAny$Frame(List<String> names) {
      this.names = names;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return readAny$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      names = null;
      iterator = null;
      name = null;
      failure$2 = null;
      returned = null;
    }

    @Override
    protected Body body() {
      return READ_ANY$BODY;
    }
  }

  private final class Guarded$Frame extends CoroutineMachine<Integer> {
    private String name;

    private int size;

    Guarded$Frame(String name) {
      this.name = name;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return guarded$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
    }

    @Override
    protected Body body() {
      return GUARDED$BODY;
    }
  }

  private final class Parsed$Frame extends CoroutineMachine<Integer> {
    private String name;

    Parsed$Frame(String name) {
      this.name = name;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return parsed$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
    }

    @Override
    protected Body body() {
      return PARSED$BODY;
    }
  }
}
