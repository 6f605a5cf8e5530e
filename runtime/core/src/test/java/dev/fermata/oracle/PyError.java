package dev.fermata.oracle;

/** An exception as Python has it: its arguments are shown by their representation. */
class PyError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object[] args;

  PyError(Object... args) {
    super(args.length == 0 ? null : String.valueOf(args[0]));
    this.args = args;
  }

  Object[] args() {
    return args.clone();
  }

  static final class ValueError extends PyError {
    private static final long serialVersionUID = 1L;

    ValueError(Object... args) {
      super(args);
    }
  }

  static final class KeyError extends PyError {
    private static final long serialVersionUID = 1L;

    KeyError(Object... args) {
      super(args);
    }
  }

  static final class OSError extends PyError {
    private static final long serialVersionUID = 1L;

    OSError(Object... args) {
      super(args);
    }
  }

  static final class TypeError extends PyError {
    private static final long serialVersionUID = 1L;

    TypeError(Object... args) {
      super(args);
    }
  }

  static final class RuntimeError extends PyError {
    private static final long serialVersionUID = 1L;

    RuntimeError(Object... args) {
      super(args);
    }
  }
}
