package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.EventLoop;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryTest {
  private final Library library = Library.create();
  private final ImmutablePage page =
      ImmutablePage.builder().title("a").addLinks("b", "c").build();

  @Test
  void usesABuilderOfThisCompilation() {
    assertEquals(
        ImmutablePage.builder().title("a").addLinks("a/one", "a/two").build(),
        EventLoop.run(library.page("a")));
  }

  @Test
  void hasAGeneratedTypeInItsSignature() {
    assertEquals(List.of("b"), EventLoop.run(library.shortened(page)).links());
  }

  @Test
  void hasVariablesOfGeneratedTypes() {
    var shortened = page.withLinks("b");

    assertEquals(
        List.of(
            shortened.withVersion(3).withAuthor(ImmutableAuthor.of("Ada3")),
            shortened.withVersion(2).withAuthor(ImmutableAuthor.of("Ada2")),
            page),
        EventLoop.run(library.versions(page, "Ada", 3)));
  }

  @Test
  void emitsGeneratedTypes() {
    assertEquals(2 * 1 + 2 * 3, EventLoop.run(library.size("a", "abc")));
  }
}
