package dev.fermata.internal.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueuesTest {
  private static final class Alarm implements Timer {
    private final long deadline;
    private final int arrival;
    private int slot = -1;

    Alarm(long deadline, int arrival) {
      this.deadline = deadline;
      this.arrival = arrival;
    }

    @Override
    public int slot() {
      return slot;
    }

    @Override
    public void setSlot(int slot) {
      this.slot = slot;
    }

    @Override
    public void turn() {}
  }

  @Test
  void timersComeByDeadlineThenByArrival() {
    Random random = new Random(17);
    TimerQueue queue = new TimerQueue();
    List<Alarm> model = new ArrayList<>();
    Comparator<Alarm> order =
        Comparator.<Alarm>comparingLong(alarm -> alarm.deadline)
            .thenComparingInt(alarm -> alarm.arrival);
    for (int i = 0; i < 20_000; i++) {
      int action = random.nextInt(10);
      if (action < 5 || model.isEmpty()) {
        Alarm alarm = new Alarm(random.nextInt(50), i);
        queue.add(alarm, alarm.deadline);
        model.add(alarm);
      } else if (action < 7) {
        Alarm alarm = model.remove(random.nextInt(model.size()));
        queue.remove(alarm);
        assertEquals(-1, alarm.slot());
        queue.remove(alarm); // nothing happens the second time
      } else {
        Alarm first = model.stream().min(order).orElseThrow();
        model.remove(first);
        assertEquals(first.deadline, queue.firstDeadline());
        assertSame(first, queue.removeFirst());
      }
      assertEquals(model.isEmpty(), queue.isEmpty());
    }
  }

  @Test
  void timersThatAreTakenBackLeaveNothingBehind() {
    Random random = new Random(20);
    TimerQueue queue = new TimerQueue();
    int before = queue.capacity();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      Alarm alarm = new Alarm(random.nextLong(), i);
      alarms.add(alarm);
      queue.add(alarm, alarm.deadline);
    }
    assertTrue(queue.capacity() >= 100_000);
    Collections.shuffle(alarms, random);
    for (int left = alarms.size() - 1; left >= 0; left--) {
      queue.remove(alarms.get(left));
      assertTrue(queue.capacity() <= Math.max(before, 4 * left + 4), "room for " + left);
    }
    assertEquals(before, queue.capacity());
    assertTrue(queue.isEmpty());
  }

  @Test
  void roomThatACrowdHasTakenIsGivenBack() {
    ReadyQueue queue = new ReadyQueue();
    for (int i = 0; i < 100_000; i++) {
      queue.add(new Alarm(0, i));
    }
    while (queue.size() > 0) {
      queue.remove();
    }
    assertTrue(queue.capacity() >= 100_000);
    for (int rests = 0; rests < 10; rests++) {
      queue.trim();
    }
    assertTrue(queue.capacity() <= 1024);
    Alarm next = new Alarm(0, 0);
    queue.add(next);
    assertSame(next, queue.remove());
  }

  @Test
  void aWatcherIsToldOfTheNextEntryOnly() {
    ReadyQueue queue = new ReadyQueue();
    int[] told = new int[1];
    for (int i = 1; i <= 3; i++) {
      Alarm first = new Alarm(0, 1);
      Alarm second = new Alarm(0, 2);
      queue.add(second);
      queue.remove();
      queue.watch(() -> told[0]++);
      queue.add(first);
      queue.add(second);
      assertEquals(i, told[0]);
      assertSame(first, queue.remove());
      assertSame(second, queue.remove());
      queue.watch(() -> told[0] = -1);
      queue.unwatch();
      queue.unwatch();
    }
  }

  @Test
  void theReadyQueueIsFirstInFirstOut() {
    Random random = new Random(18);
    ReadyQueue queue = new ReadyQueue();
    Queue<Ready> model = new ArrayDeque<>();
    for (int i = 0; i < 100_000; i++) {
      if (random.nextInt(100) < 55 || model.isEmpty()) {
        Ready ready = new Alarm(0, i);
        queue.add(ready);
        model.add(ready);
      } else {
        assertSame(model.remove(), queue.remove());
      }
      assertEquals(model.size(), queue.size());
    }
  }

  @Test
  void theOthersKeepTheirOrderWhenOneGoesFirst() {
    Random random = new Random(19);
    ReadyQueue queue = new ReadyQueue();
    List<Ready> model = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      if (random.nextInt(100) < 55 || model.isEmpty()) {
        Ready ready = random.nextInt(50) == 0 ? new Letter() : new Alarm(0, i);
        queue.add(ready);
        model.add(ready);
      } else {
        int index = random.nextInt(Math.min(model.size(), 500));
        Ready chosen = model.get(index);
        Ready first = chosen;
        if (chosen instanceof Letter) {
          first = model.stream().filter(Letter.class::isInstance).findFirst().orElseThrow();
        }
        model.remove(first);
        assertSame(first, queue.removeAt(queue.firstEntryFor(index)));
      }
      assertEquals(model.size(), queue.size());
    }
    for (Ready ready : model) {
      assertSame(ready, queue.remove());
    }
  }

  private static final class Letter extends Inbox.Entry {
    private boolean dropped;

    @Override
    public void turn() {}

    @Override
    protected void dropped() {
      dropped = true;
    }
  }

  @Test
  void theInboxKeepsTheOrderAndCloses() {
    Inbox inbox = new Inbox();
    Letter a = new Letter();
    Letter b = new Letter();
    assertTrue(inbox.isEmpty());
    assertTrue(inbox.add(a));
    assertTrue(inbox.add(b));
    assertSame(a, inbox.removeAll());
    assertSame(b, Inbox.next(a));
    assertNull(Inbox.next(b));
    assertNull(inbox.removeAll());
    assertTrue(inbox.add(a));
    assertSame(a, inbox.close());
    assertFalse(inbox.add(b));
    assertNull(inbox.close());
  }

  @Test
  void closingTheSchedulerDropsWhatIsLeft() {
    Scheduler scheduler = new Scheduler(new VirtualClock(), null);
    Letter letter = new Letter();
    assertTrue(scheduler.post(letter));
    Letter taken = new Letter();
    scheduler.add(taken);
    scheduler.close();
    assertTrue(letter.dropped);
    assertTrue(taken.dropped);
    assertFalse(scheduler.post(new Letter()));
    assertTrue(scheduler.isClosed());
  }
}
