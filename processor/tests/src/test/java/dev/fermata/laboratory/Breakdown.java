package dev.fermata.laboratory;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;

/** javac has thrown an exception instead of reporting an error. */
public final class Breakdown extends AssertionError {
  private static final long serialVersionUID = 1;

  private final String source;

  private Breakdown(String source, String output) {
    super("javac broke off without an error:\n" + output);
    this.source = source;
  }

  /** Qualified name of the source that it was at; empty where it was at none. */
  public String source() {
    return source;
  }

  /** Follows a compilation, to know where it breaks down. */
  static final class Watch implements TaskListener {
    private String source = "";

    @Override
    public void started(TaskEvent event) {
      boolean analyzes = event.getKind() == TaskEvent.Kind.ANALYZE;
      boolean generates = event.getKind() == TaskEvent.Kind.GENERATE;
      if (event.getSourceFile() != null && (analyzes || generates)) {
        source = Compilation.nameOf(event.getSourceFile());
      }
    }

    Breakdown breakdown(String output) {
      return new Breakdown(source, output);
    }
  }
}
