package dev.fermata.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Set;

/**
 * The types of the annotations and of the runtime, by name: the processor has neither on its own
 * class path.
 */
public final class RuntimeNames {
  private static final String API = "dev.fermata";
  private static final String SYNC = "dev.fermata.sync";
  private static final String PATTERNS = "dev.fermata.patterns";
  private static final String MACHINE = "dev.fermata.machine";

  /** The packages that users call. */
  public static final Set<String> OFFERED = Set.of(API, SYNC, PATTERNS);

  /** The annotation of methods whose bodies are transformed. */
  public static final ClassName ASYNC = ClassName.get("dev.fermata.annotations", "Async");

  /** The class that declares the {@link Word words}. */
  public static final ClassName COROUTINES = ClassName.get(API, "Coroutines");

  /** What a method that is called later returns. */
  public static final ClassName COROUTINE = ClassName.get(API, "Coroutine");

  /** What a method that emits returns. */
  public static final ClassName ASYNC_GENERATOR = ClassName.get(API, "AsyncGenerator");

  /** What {@code awaitEach} goes through. */
  public static final ClassName ASYNC_ITERABLE = ClassName.get(API, "AsyncIterable");

  /** A resource whose closing is awaited. */
  public static final ClassName ASYNC_CLOSEABLE = ClassName.get(API, "AsyncCloseable");

  /** Whatever can be awaited. */
  public static final ClassName AWAITABLE = ClassName.get(API, "Awaitable");

  /** What can be awaited more than once. */
  public static final ClassName DEFERRED = ClassName.get(API, "Deferred");

  /** What runs tasks. */
  public static final ClassName EVENT_LOOP = ClassName.get(API, "EventLoop");

  /** Several loops. */
  public static final ClassName LOOP_GROUP = ClassName.get(API, "LoopGroup");

  /** The scope of tasks that end together. */
  public static final ClassName TASK_GROUP = ClassName.get(API, "TaskGroup");

  /** The scope of a time limit. */
  public static final ClassName TIMEOUT = ClassName.get(API, "Timeout");

  /** What a body sees that is to end. */
  public static final ClassName CANCELLED_ERROR = ClassName.get(API, "CancelledError");

  /** Who asks for that. */
  public static final ClassName CANCELLATION = ClassName.get(API, "Cancellation");

  /** The hold on a lock. */
  public static final ClassName HELD = ClassName.get(SYNC, "Held");

  /** The hold on a place of a semaphore. */
  public static final ClassName PERMIT = ClassName.get(SYNC, "Permit");

  /** What all frames extend; it has the marks that step methods return. */
  public static final ClassName MACHINE_BASE = ClassName.get(MACHINE, "Machine");

  /** What the frame of a coroutine extends. */
  public static final ClassName COROUTINE_MACHINE = ClassName.get(MACHINE, "CoroutineMachine");

  /** What the frame of a generator extends. */
  public static final ClassName GENERATOR_MACHINE = ClassName.get(MACHINE, "GeneratorMachine");

  /** What step methods await by. */
  public static final ClassName EXECUTION = ClassName.get(MACHINE, "Execution");

  /** What describes a body, for traces. */
  public static final ClassName BODY = ClassName.get(MACHINE, "Body");

  /** What finds the handles of private members. */
  public static final ClassName ACCESS = ClassName.get(MACHINE, "Access");

  /** What checks patterns of types that generated code cannot name. */
  public static final ClassName MATCH = ClassName.get(MACHINE, "Match");

  /** What runs original bodies. */
  public static final ClassName BODIES = ClassName.get(MACHINE, "Bodies");

  /** What starts bodies that return a stage. */
  public static final ClassName STAGES = ClassName.get(MACHINE, "Stages");

  private RuntimeNames() {}
}
