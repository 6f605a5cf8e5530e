package dev.fermata.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.compilation.Javac;
import dev.fermata.compilation.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Afermata.explain} tells what became of bodies. */
class ExplainTest {
  private static final String CRAWLER =
      """
      package app;
      import static dev.fermata.Coroutines.*;
      import dev.fermata.*;
      import dev.fermata.annotations.Async;

      class Crawler {
        @Async
        Coroutine<Integer> count(String text, int limit) {
          int sum = 0;
          for (int i = 0; i < limit; i++) {
            sum += await(one());
          }
          return done(sum + text.length());
        }

        @Async
        Coroutine<Integer> one() {
          return done(1);
        }

        @Async
        AsyncGenerator<Integer> numbers(int last) {
          record Pair(int left, int right) {}
          for (var pair = new Pair(0, last); pair.left() < pair.right(); pair = new Pair(pair.left() + 1, last)) {
            emit(pair.left());
          }
          return end();
        }

        @Async
        Coroutine<Integer> inBlock(int more) {
          return async(() -> await(one()) + more);
        }
      }
      """;

  @TempDir Path directory;

  private List<Message> messages(String... options) {
    return Javac.in(directory)
        .source("app/Crawler.java", CRAWLER)
        .source("app/Other.java", CRAWLER.replace("Crawler", "Other"))
        .options(options)
        .fermata()
        .run()
        .messages();
  }

  private static String texts(List<Message> messages) {
    StringBuilder texts = new StringBuilder();
    messages.forEach(it -> texts.append(it.kind()).append(' ').append(it.text()).append('\n'));
    return texts.toString();
  }

  @Test
  void oneClass() {
    assertEquals(
        """
        NOTE app.Crawler.count: a coroutine with 3 states, in Count$Frame
            state 0 begins in line 8
            state 2 goes on after the await in line 11: sum += await(one());
            field text, a parameter, is needed after the wait in line 11
            field limit, a parameter, is needed after the wait in line 11
            field sum, a variable, is needed after the wait in line 11
            field i, a variable, is needed after the wait in line 11
            field old, an intermediate value, is needed after the wait in line 11
          digraph "count" {
            0 -> 1;
            1 -> 2 [label="await, line 11"];
            1 -> end;
            2 -> 1;
          }
        NOTE app.Crawler.one: a coroutine with 1 state, in One$Frame
            state 0 begins in line 17
          digraph "one" {
            0 -> end;
          }
        NOTE app.Crawler.numbers: a generator with 3 states, in Numbers$Frame
            state 0 begins in line 22
            state 2 goes on after the emit in line 25: emit(pair.left());
            field last, a parameter, is needed after the wait in line 25
            field pair, a variable, is needed after the wait in line 25
            class Pair is a member of the generated class
          digraph "numbers" {
            0 -> 1;
            1 -> 2 [label="emit, line 25"];
            2 -> 1;
            1 -> end;
          }
        NOTE app.Crawler.inBlock$async1: an async block with 2 states, in InBlock$async1$Frame
            state 0 begins in line 32
            state 1 goes on after the await in line 32: return async(() -> await(one()) + more);
            field more, captured, is needed after the wait in line 32
          digraph "inBlock$async1" {
            0 -> 1 [label="await, line 32"];
            1 -> end;
          }
        NOTE app.Crawler.inBlock: a coroutine with 1 state, in InBlock$Frame
            state 0 begins in line 31
            field more, a parameter
          digraph "inBlock" {
            0 -> end;
          }
        """,
        texts(messages("-Afermata.explain=Crawler")));
  }

  @Test
  void allClasses() {
    String all = texts(messages("-Afermata.explain"));
    String one = texts(messages("-Afermata.explain=app.Crawler"));
    assertEquals(one + one.replace("Crawler", "Other"), all);
  }

  @Test
  void aNameThatIsNoClass() {
    assertEquals(
        "WARNING -Afermata.explain=Crowler: there is no class of this name with @Async methods in"
            + " this compilation\n",
        texts(messages("-Afermata.explain=Crowler")));
  }

  @Test
  void nobodyAsks() {
    assertEquals("", texts(messages()));
  }
}
