package dev.fermata.processor.diagnostics;

/**
 * Every diagnostic, with the stable name that stands at the end of its message and that switches it
 * off: {@code -Afermata.<Name>=off} for a compilation, {@code @SuppressWarnings("<Name>")} for a
 * declaration.
 *
 * <p>A new one needs a constant here, a page {@code docs/diagnostics/<Name>.md}, a rule that
 * reports it, and a fixture with what it reports and what it leaves alone; a test holds these
 * together.
 */
public enum DiagnosticName {
  MISSING_AWAIT("MissingAwait", Severity.ERROR),
  DISCARDED_TASK("DiscardedTask", Severity.WARNING),
  UNTRANSFORMED_INSTANCE("UntransformedInstance", Severity.ERROR),
  UNAWAITED_RETURN_IN_TRY("UnawaitedReturnInTry", Severity.WARNING),
  EMIT_IN_SCOPE("EmitInScope", Severity.ERROR),
  LOOP_INSIDE_LOOP("LoopInsideLoop", Severity.ERROR),
  BLOCKING_CALL("BlockingCall", Severity.WARNING),
  ASYNC_WITHOUT_AWAIT("AsyncWithoutAwait", Severity.NOTE),
  SEQUENTIAL_AWAITS("SequentialAwaits", Severity.OFF),
  AWAIT_OUTSIDE_ASYNC("AwaitOutsideAsync", Severity.ERROR),
  AWAIT_IN_LAMBDA("AwaitInLambda", Severity.ERROR),
  AWAIT_IN_SYNCHRONIZED("AwaitInSynchronized", Severity.ERROR),
  COROUTINE_NEVER_AWAITED("CoroutineNeverAwaited", Severity.WARNING),
  COROUTINE_AWAITED_TWICE("CoroutineAwaitedTwice", Severity.ERROR),
  UNCLOSED_ASYNC_RESOURCE("UnclosedAsyncResource", Severity.WARNING),
  SWALLOWED_CANCELLATION("SwallowedCancellation", Severity.WARNING),
  ASYNC_SIGNATURE("AsyncSignature", Severity.ERROR),
  ASYNC_OWNER("AsyncOwner", Severity.ERROR),
  AUXILIARY_OWNER("AuxiliaryOwner", Severity.NOTE),
  EMIT_TYPE("EmitType", Severity.ERROR),
  EMIT_OUTSIDE_GENERATOR("EmitOutsideGenerator", Severity.ERROR),
  UNTRANSFORMABLE("Untransformable", Severity.ERROR),
  UNSUPPORTED_COMPILER("UnsupportedCompiler", Severity.ERROR);

  private final String text;
  private final Severity defaultSeverity;

  DiagnosticName(String text, Severity defaultSeverity) {
    this.text = text;
    this.defaultSeverity = defaultSeverity;
  }

  /** The name as users see it. */
  public String text() {
    return text;
  }

  /** The severity where no option says otherwise. */
  public Severity defaultSeverity() {
    return defaultSeverity;
  }

  /** The option that sets the severity: {@code fermata.AwaitInLambda}. */
  public String option() {
    return "fermata." + text;
  }

  /** The page that explains it, in the project's documentation. */
  public String page() {
    return "docs/diagnostics/" + text + ".md";
  }
}
