package dev.fermata.processor.model;

import com.palantir.javapoet.ClassName;

/**
 * The types of the annotations and of the runtime, by name: the processor has neither on its own
 * class path.
 */
public final class RuntimeNames {
  private static final String API = "dev.fermata";
  private static final String MACHINE = "dev.fermata.machine";

  /** The annotation of methods whose bodies are transformed. */
  public static final ClassName ASYNC = ClassName.get("dev.fermata.annotations", "Async");

  /** The class that declares the {@link Word words}. */
  public static final ClassName COROUTINES = ClassName.get(API, "Coroutines");

  public static final ClassName COROUTINE = ClassName.get(API, "Coroutine");
  public static final ClassName ASYNC_GENERATOR = ClassName.get(API, "AsyncGenerator");
  public static final ClassName ASYNC_ITERABLE = ClassName.get(API, "AsyncIterable");
  public static final ClassName ASYNC_CLOSEABLE = ClassName.get(API, "AsyncCloseable");

  public static final ClassName MACHINE_BASE = ClassName.get(MACHINE, "Machine");
  public static final ClassName COROUTINE_MACHINE = ClassName.get(MACHINE, "CoroutineMachine");
  public static final ClassName GENERATOR_MACHINE = ClassName.get(MACHINE, "GeneratorMachine");
  public static final ClassName EXECUTION = ClassName.get(MACHINE, "Execution");
  public static final ClassName BODY = ClassName.get(MACHINE, "Body");
  public static final ClassName ACCESS = ClassName.get(MACHINE, "Access");
  public static final ClassName MATCH = ClassName.get(MACHINE, "Match");
  public static final ClassName BODIES = ClassName.get(MACHINE, "Bodies");
  public static final ClassName STAGES = ClassName.get(MACHINE, "Stages");

  private RuntimeNames() {}
}
