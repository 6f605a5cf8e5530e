package dev.fermata.samples.links;

import static java.util.Objects.requireNonNull;

import dev.fermata.CancelledError;
import dev.fermata.EventLoop;
import dev.fermata.samples.links.crawl.Crawler;
import dev.fermata.samples.links.html.Destination;
import dev.fermata.samples.links.http.FetchException;
import dev.fermata.samples.links.http.Fetcher;
import dev.fermata.samples.links.report.Progress;
import dev.fermata.samples.links.report.ReportPrinter;
import dev.fermata.samples.links.server.ArchiveServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: checks every link and every anchor of a site. */
@Command(
    name = "link-checker",
    description = "Checks every link and every anchor of a site, many requests at a time.",
    sortOptions = false,
    exitCodeOnExecutionException = ExitStatus.BUG,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every link leads somewhere",
      "1:some links are broken",
      "2:wrong options",
      "3:the host of the first page is not known",
      "4:it refuses connections",
      "5:it does not answer in time",
      "6:it redirects too often",
      "7:its first page is too large",
      "8:it has no such page, or no such place in it",
      "9:that is no HTML page",
      "10:the connection broke",
      "130:interrupted",
      "143:terminated"
    })
public final class LinkChecker implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create(); // to be replaced by picocli

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "requests at the same time, at most (${DEFAULT-VALUE})",
      defaultValue = "32",
      converter = Units.Count.class)
  private int concurrency;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "how long an answer may take (${DEFAULT-VALUE})",
      defaultValue = "10s",
      converter = Units.Time.class)
  private Duration timeout = Duration.ZERO;

  @Option(
      names = "--max-pages",
      paramLabel = "N",
      description = "how many addresses to visit, at most (${DEFAULT-VALUE})",
      defaultValue = "100000",
      converter = Units.Count.class)
  private int maxPages;

  @Option(
      names = "--max-bytes",
      paramLabel = "SIZE",
      description = "how long a page may be (${DEFAULT-VALUE})",
      defaultValue = "20M",
      converter = Units.Size.class)
  private long maxBytes;

  @SuppressWarnings("UnusedVariable") // it is picocli that acts upon it
  @Option(names = "--help", usageHelp = true, description = "show this")
  private boolean help;

  /** What to check. */
  private static final class Source {
    @Option(
        names = "--url",
        paramLabel = "URL",
        description = "the first page of the site; what is beside and below it is checked",
        converter = Units.Address.class)
    private Destination.@Nullable Web url;

    @Option(
        names = "--jar",
        paramLabel = "FILE",
        description = "an archive of pages, say a javadoc jar, to serve on this machine and check")
    private @Nullable Path jar;
  }

  /** Runs the command and ends the JVM. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Returns the command, ready to be executed. */
  static CommandLine commandLine() {
    return new CommandLine(new LinkChecker()).setParameterExceptionHandler(LinkChecker::complain);
  }

  private static int complain(CommandLine.ParameterException wrong, String[] args) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println(wrong.getMessage());
    err.println("--help shows the options.");
    return ExitStatus.USAGE;
  }

  @Override
  public Integer call() {
    try {
      if (source.url != null) {
        return check(source.url);
      }
      try (ArchiveServer server = ArchiveServer.open(requireNonNull(source.jar))) {
        return check(new Destination.Web(server.start(), ""));
      }
    } catch (IOException unreadable) {
      err().println("Cannot read " + source.jar + ": " + reason(unreadable));
      return ExitStatus.USAGE;
    }
  }

  /** The message of some failures is the name of the file alone. */
  private static @Nullable String reason(IOException unreadable) {
    return unreadable instanceof NoSuchFileException ? "no such file" : unreadable.getMessage();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private int check(Destination.Web start) {
    Fetcher fetcher = Fetcher.create(timeout, maxBytes);
    SiteCheck check =
        new AsyncSiteCheck(
            Crawler.create(fetcher, concurrency),
            fetcher.traffic(),
            maxPages,
            new Progress(err(), Terminal.isInteractive()),
            report -> ReportPrinter.print(report, out()));
    try {
      return EventLoop.run(check.run(start), FetchException.class)
          ? ExitStatus.SOUND
          : ExitStatus.BROKEN_LINKS;
    } catch (FetchException failure) {
      err().println(start.address() + ": " + failure.getMessage());
      return ExitStatus.of(failure.problem());
    } catch (CancelledError interrupted) {
      err().println("Interrupted.");
      return ExitStatus.of(interrupted);
    }
  }
}
