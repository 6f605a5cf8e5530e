package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.EventLoop;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryTest {
  private final Library library = Library.create();

  @Test
  void usesABuilderOfThisCompilation() {
    assertEquals(
        ImmutablePage.builder().title("a").addLinks("a/one", "a/two").build(),
        EventLoop.run(library.page("a")));
  }

  @Test
  void hasAGeneratedTypeInItsSignature() {
    var page = ImmutablePage.builder().title("a").addLinks("b", "c").build();

    assertEquals(List.of("b"), EventLoop.run(library.shortened(page)).links());
  }
}
