package dev.fermata.task;

import static dev.fermata.Coroutines.await;
import static dev.fermata.Coroutines.sleep;
import static dev.fermata.Coroutines.start;
import static dev.fermata.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncAction;
import dev.fermata.Clock;
import dev.fermata.EventLoop;
import dev.fermata.TurnOrder;
import dev.fermata.testing.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnOrderTest {
  private final List<String> lines = new ArrayList<>();

  private void run(TurnOrder order, AsyncAction main) {
    try (EventLoop.Runner runner = EventLoop.builder().clock(Clock.virtual()).order(order).open()) {
      runner.run(Programs.act(main));
    }
  }

  private void threeTasks() {
    for (String name : List.of("a", "b", "c")) {
      start(
          Programs.act(
              () -> {
                lines.add(name + 1);
                await(yieldNow());
                lines.add(name + 2);
                await(sleep(Duration.ofSeconds(1)));
                lines.add(name + 3);
              }));
    }
    await(sleep(Duration.ofSeconds(2)));
  }

  private String trace(TurnOrder order) {
    lines.clear();
    run(order, this::threeTasks);
    return String.join(" ", lines);
  }

  @Test
  void aSeedGivesTheSameOrderAgain() {
    Set<String> traces = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      String trace = trace(TurnOrder.shuffled(seed));
      assertEquals(trace, trace(TurnOrder.shuffled(seed)));
      traces.add(trace);
    }
    assertTrue(traces.size() > 20, traces.toString());
  }

  @Test
  void theOldestFirstIsTheUsualOrder() {
    String usual = "a1 b1 c1 a2 b2 c2 a3 b3 c3";
    assertEquals(usual, trace(left -> 0));
    assertNotEquals(usual, trace(left -> left - 1));
  }

  @Test
  void itIsAskedBeforeEachStepOfATurn() {
    List<Integer> asked = new ArrayList<>();
    run(
        left -> {
          asked.add(left);
          return 0;
        },
        () -> {
          asked.clear();
          start(Programs.act(() -> {}));
          start(Programs.act(() -> {}));
          await(yieldNow());
        });
    assertEquals(List.of(3, 2, 1), asked.subList(0, 3));
  }

  @Test
  void callbacksStayInOrder() {
    for (long seed = 0; seed < 20; seed++) {
      List<Integer> seen = new ArrayList<>();
      run(
          TurnOrder.shuffled(seed),
          () -> {
            EventLoop loop = EventLoop.current();
            for (int i = 0; i < 50; i++) {
              int number = i;
              start(Programs.act(() -> {}));
              if (number % 2 == 0) {
                loop.callSoon(() -> seen.add(number));
              } else {
                loop.execute(() -> seen.add(number));
              }
            }
            await(yieldNow());
          });
      assertEquals(IntStream.range(0, 50).boxed().toList(), seen);
    }
  }

  @Test
  void whatATurnAddsGoesInTheNextOne() {
    List<String> seen = new ArrayList<>();
    run(
        left -> left - 1,
        () -> {
          EventLoop.current().callSoon(() -> EventLoop.current().callSoon(() -> seen.add("added")));
          start(Programs.act(() -> seen.add("there")));
          await(yieldNow());
          await(yieldNow());
        });
    assertEquals(List.of("there", "added"), seen);
  }

  @Test
  void whatItThrowsLeavesTheLoopAndNothingIsLost() {
    boolean[] broken = {false};
    boolean[] cleanedUp = {false};
    try (EventLoop.Runner runner =
        EventLoop.builder().order(left -> broken[0] && left > 1 ? left : 0).open()) {
      assertThrows(
          IndexOutOfBoundsException.class,
          () ->
              runner.run(
                  Programs.act(
                      () -> {
                        start(
                            Programs.act(
                                () -> {
                                  try {
                                    await(yieldNow());
                                  } finally {
                                    cleanedUp[0] = true;
                                  }
                                }));
                        await(yieldNow());
                        broken[0] = true;
                        await(yieldNow());
                      })));
      broken[0] = false;
    }
    assertTrue(cleanedUp[0]);
  }
}
