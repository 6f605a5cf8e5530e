package dev.fermata.samples.links;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What the command has done.
 *
 * @param status its exit status
 * @param out what it has printed
 * @param err what it has complained about
 */
record Run(int status, String out, String err) {

  /** Runs the command in this thread. */
  static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        LinkChecker.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int status = command.execute(args);
    return new Run(status, out.toString(), err.toString());
  }

  /** Returns what stands in the table beside a label. */
  String row(String label) {
    return out.lines()
        .filter(line -> line.strip().startsWith(label))
        .findFirst()
        .map(line -> line.strip().substring(label.length()).strip())
        .orElseThrow(() -> new AssertionError("no " + label + " in\n" + out + err));
  }
}
