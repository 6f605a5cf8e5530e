package dev.fermata.samples.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of the Flight Recorder says what the tasks of the command have done. */
final class RecordingTest {
  @TempDir Path directory;

  @Test
  void tasksAndWhatTheyHaveWaitedFor() throws Exception {
    Path file = directory.resolve("links.jfr");
    try (TestServer server =
        new TestServer()
            .page("/", "<a href=1.html>x</a><a href=2.html>x</a>")
            .page("/1.html", "<a href=2.html>x</a>")
            .page("/2.html", "<a href=1.html>x</a>")) {
      String recording =
          "-XX:StartFlightRecording=filename="
              + file
              + ",+dev.fermata.Task#threshold=0ms"
              + ",+dev.fermata.Suspension#threshold=0ms";
      Run run = JavaCommand.start(recording, "--url", server.url("/")).finish();
      assertEquals(0, run.status(), run.out());
    }
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    List<RecordedEvent> tasks = named(events, "dev.fermata.Task");
    Set<String> outcomes = texts(tasks, "outcome");
    assertTrue(outcomes.contains("returned"), outcomes::toString);
    List<RecordedEvent> suspensions = named(events, "dev.fermata.Suspension");
    Set<String> places = texts(suspensions, "place");
    assertTrue(
        places.stream().anyMatch(place -> place.startsWith("dev.fermata.samples.links.")),
        places::toString);
    Set<String> waitedFor = texts(suspensions, "waitedFor");
    assertTrue(
        waitedFor.stream().anyMatch(thing -> thing.startsWith("the stage")), waitedFor::toString);
    for (RecordedEvent task : tasks) {
      assertEquals(List.of("Fermata"), task.getEventType().getCategoryNames());
      assertTrue(!task.getDuration().isNegative());
    }
  }

  private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
    return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
  }

  private static Set<String> texts(List<RecordedEvent> events, String field) {
    return events.stream()
        .map(event -> String.valueOf(event.getString(field)))
        .collect(Collectors.toSet());
  }
}
