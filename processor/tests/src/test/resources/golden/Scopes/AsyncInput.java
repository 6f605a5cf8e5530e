package golden.scopes;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.done;
import static dev.fermata.Coroutines.timeout;

import dev.fermata.Coroutine;
import dev.fermata.Task;
import dev.fermata.TaskGroup;
import dev.fermata.Timeout;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Body;
import dev.fermata.machine.CoroutineMachine;
import dev.fermata.machine.Execution;
import dev.fermata.machine.Machine;
import dev.fermata.machine.Resources;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
        "unchecked", "varargs", "BlockingCall"})
abstract class AsyncInput extends Input {
  private static final Body ASK_ALL$BODY = Body.of(Input.class, "askAll", "Input.java", 28, 0, 0, 0,
      31, 0, 30)
      .lines("72:29 76:31 79:32 87:31 100:30 109:37 127:0");

  private static final Body ASK$BODY = Body.of(Input.class, "ask", "Input.java", 41, 0, 42, 0, 43,
      0, 42, 0, 0, 0)
      .lines("169:42 176:42 180:43 188:43 194:42 219:45 242:0");

  private static final Body COPY$BODY = Body.of(Input.class, "copy", "Input.java", 51, 0, 0, 0, 0,
      54, 0, 56)
      .lines("280:52 284:54 288:55 290:56 307:54 323:59 325:55 345:0");

  @Override
  Coroutine<List<String>> askAll(List<String> addresses) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(ASK_ALL$BODY, () -> askAll$direct(addresses));
    }
    return new AskAll$Frame(addresses);
  }

  private Object askAll$step(AskAll$Frame frame, Execution execution, Object awaited,
      Throwable failure) throws Throwable {
    List<String> addresses = frame.addresses;
    List<Task<String>> tasks = frame.tasks;
    TaskGroup group = frame.group;
    Throwable failure$2 = null;
    Timeout limit = null;
    Throwable failure$3 = null;
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
            tasks = new ArrayList<>();
            group = TaskGroup.open();
            state = 1;
          case 1:
            limit = timeout(Duration.ofSeconds(10));
            state = 2;
          case 2:
            for (String address : addresses) {
              tasks.add(group.start(ask(address)));
              limit.reschedule(Duration.ofSeconds(20));
            }
            failure$3 = null;
            state = 3;
          case 3:
            // line 31
            awaited = execution.await(Resources.exit(limit, failure$3), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 4;
              frame.addresses = null;
              frame.tasks = tasks;
              frame.group = group;
              return Machine.SUSPENDED;
            }
          case 4:
            failure$2 = null;
            state = 5;
          case 5:
            // line 30
            awaited = execution.await(Resources.exit(group, failure$2), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 6;
              frame.addresses = null;
              frame.tasks = tasks;
              frame.group = null;
              return Machine.SUSPENDED;
            }
          case 6:
            return tasks.stream().map(Task::result).toList();
          default:
            throw frame.illegalState();
        }
      } catch (Throwable thrown) {
        switch (state) {
          case 1, 3, 4 -> {
            failure$2 = thrown;
            state = 5;
          }
          case 2 -> {
            failure$3 = thrown;
            state = 3;
          }
          default -> throw thrown;
        }
      }
    }
  }

  private Coroutine<List<String>> askAll$direct(List<String> addresses) throws Throwable {
    List<Task<String>> tasks = new ArrayList<>();
    { var group = TaskGroup.open(); Throwable failure$1 = null; try { var limit = timeout(Duration.ofSeconds(10)); Throwable failure$2 = null; try { {
      for (String address : addresses) {
        tasks.add(group.start(ask(address)));
        limit.reschedule(Duration.ofSeconds(20));
      }
    } } catch (Throwable thrown$2) { failure$2 = thrown$2; throw thrown$2; } finally { Bodies.exit(limit, failure$2); } } catch (Throwable thrown$1) { failure$1 = thrown$1; throw thrown$1; } finally { Bodies.exit(group, failure$1); } }
    return done(tasks.stream().map(Task::result).toList());
  }

  @Override
  Coroutine<String> ask(String address) {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(ASK$BODY, () -> ask$direct(address));
    }
    return new Ask$Frame(address);
  }

  private Object ask$step(Ask$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    String address = frame.address;
    Throwable thrown$2 = null;
    Input.Connection connection = frame.connection;
    Throwable failure$2 = null;
    int exit = frame.exit;
    String returned = frame.returned;
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
            // line 42
            awaited = execution.await(connect(address), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 2;
              frame.address = null;
              return Machine.SUSPENDED;
            }
          case 2:
            connection = (Input.Connection) awaited;
            state = 3;
          case 3:
            // line 43
            awaited = execution.await(connection.ask("who?"), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 4;
              frame.address = null;
              frame.connection = connection;
              return Machine.SUSPENDED;
            }
          case 4:
            returned = (String) awaited;
            exit = 1;
            failure$2 = null;
            state = 5;
          case 5:
            // line 42
            awaited = execution.await(Resources.exit(connection, failure$2), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 6;
              frame.address = null;
              frame.connection = null;
              frame.exit = exit;
              frame.returned = returned;
              return Machine.SUSPENDED;
            }
          case 6:
            switch (exit) {
              case 1: {
                state = 9;
                continue;
              }
              default: {
                state = 8;
                continue;
              }
            }
          case 7: {
            if (!(thrown$2 instanceof IllegalStateException)) {
              throw thrown$2;
            }
            IllegalStateException e = (IllegalStateException) thrown$2;
            return "unknown";
          }
          case 8:
            return null;
          case 9:
            return returned;
          default:
            throw frame.illegalState();
        }
      } catch (Throwable thrown) {
        switch (state) {
          case 1, 2, 5, 6 -> {
            thrown$2 = thrown;
            state = 7;
          }
          case 3, 4 -> {
            failure$2 = thrown;
            state = 5;
          }
          default -> throw thrown;
        }
      }
    }
  }

  private Coroutine<String> ask$direct(String address) throws Throwable {
    try { Input.Connection connection = await(connect(address)); Throwable failure$1 = null; try { {
      return done(await(connection.ask("who?")));
    } } catch (Throwable thrown$1) { failure$1 = thrown$1; throw thrown$1; } finally { Bodies.exit(connection, failure$1); } } catch (IllegalStateException e) {
      return done("unknown");
    }
  }

  @Override
  Coroutine<Integer> copy(String name, Input.Connection connection) throws IOException {
    if (Bodies.ORIGINAL) {
      return Bodies.coroutine(COPY$BODY, () -> copy$direct(name, connection));
    }
    return new Copy$Frame(name, connection);
  }

  private Object copy$step(Copy$Frame frame, Execution execution, Object awaited, Throwable failure)
      throws Throwable {
    String name = frame.name;
    Input.Connection connection = frame.connection;
    int lines = frame.lines;
    BufferedReader reader = frame.reader;
    Throwable failure$2 = null;
    Input.Connection resource = frame.resource;
    Throwable failure$3 = null;
    String line = frame.line;
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
            lines = 0;
            reader = open(name);
            state = 1;
          case 1:
            resource = connection;
            state = 2;
          case 2:
          case 3:
            if ((line = reader.readLine()) != null) {
              // line 56
              awaited = execution.await(connection.ask(line), frame);
              if (awaited == Machine.SUSPENDED) {
                frame.state = 7;
                frame.name = null;
                frame.lines = lines;
                frame.reader = reader;
                frame.resource = resource;
                frame.line = line;
                return Machine.SUSPENDED;
              }
              state = 7;
              continue;
            }
            failure$3 = null;
            state = 4;
          case 4:
            // line 54
            awaited = execution.await(Resources.exit(resource, failure$3), frame);
            if (awaited == Machine.SUSPENDED) {
              frame.state = 5;
              frame.name = null;
              frame.connection = null;
              frame.lines = lines;
              frame.reader = reader;
              frame.resource = null;
              frame.line = null;
              return Machine.SUSPENDED;
            }
          case 5:
            failure$2 = null;
            state = 6;
          case 6:
            Resources.close(reader, failure$2);
            return lines;
          case 7:
            lines++;
            state = 3;
            continue;
          default:
            throw frame.illegalState();
        }
      } catch (Throwable thrown) {
        switch (state) {
          case 1, 4, 5 -> {
            failure$2 = thrown;
            state = 6;
          }
          case 2, 3, 7 -> {
            failure$3 = thrown;
            state = 4;
          }
          default -> throw thrown;
        }
      }
    }
  }

  private Coroutine<Integer> copy$direct(String name, Input.Connection connection) throws
      Throwable {
    int lines = 0;
    { try (BufferedReader reader = open(name);) { var scope$2 = connection; Throwable failure$2 = null; try { {
      for (String line; (line = reader.readLine()) != null; lines++) {
        await(connection.ask(line));
      }
    } } catch (Throwable thrown$2) { failure$2 = thrown$2; throw thrown$2; } finally { Bodies.exit(scope$2, failure$2); } } }
    return done(lines);
  }

  private final class AskAll$Frame extends CoroutineMachine<List<String>> {
    private List<String> addresses;

    private List<Task<String>> tasks;

    private TaskGroup group;

    AskAll$Frame(List<String> addresses) {
      this.addresses = addresses;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return askAll$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      addresses = null;
      tasks = null;
      group = null;
    }

    @Override
    protected Body body() {
      return ASK_ALL$BODY;
    }
  }

  private final class Ask$Frame extends CoroutineMachine<String> {
    private String address;

    private Input.Connection connection;

    private int exit;

    private String returned;

    Ask$Frame(String address) {
      this.address = address;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return ask$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      address = null;
      connection = null;
      returned = null;
    }

    @Override
    protected Body body() {
      return ASK$BODY;
    }
  }

  private final class Copy$Frame extends CoroutineMachine<Integer> {
    private String name;

    private Input.Connection connection;

    private int lines;

    private BufferedReader reader;

    private Input.Connection resource;

    private String line;

    Copy$Frame(String name, Input.Connection connection) {
      this.name = name;
      this.connection = connection;
    }

    @Override
    protected Object step(Execution execution, Object awaited, Throwable failure) throws Throwable {
      return copy$step(this, execution, awaited, failure);
    }

    @Override
    protected void clear() {
      name = null;
      connection = null;
      reader = null;
      resource = null;
      line = null;
    }

    @Override
    protected Body body() {
      return COPY$BODY;
    }
  }
}
