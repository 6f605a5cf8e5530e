package consumer;

import static dev.fermata.Coroutines.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.AsyncTimeoutException;
import dev.fermata.Clock;
import dev.fermata.EventLoop;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** As the guide shows it. */
class ReminderTest {
  @Test
  void remindsAfterADay() {
    try (var runner = EventLoop.builder().clock(Clock.virtual()).open()) {
      assertEquals("wake up", runner.run(new AsyncReminder().remind("wake up")));
    }
  }

  @Test
  void givesUpInTime() {
    var reminder = new AsyncReminder();
    try (var runner = EventLoop.builder().clock(Clock.virtual()).open()) {
      assertThrows(
          AsyncTimeoutException.class,
          () -> runner.run(waitFor(reminder.remind("late"), Duration.ofHours(1))));
    }
  }
}
