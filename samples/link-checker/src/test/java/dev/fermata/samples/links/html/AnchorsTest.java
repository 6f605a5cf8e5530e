package dev.fermata.samples.links.html;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnchorsTest {
  private final Anchors anchors = new Anchors(Set.of("m(int)", "<init>()", "50%", "a+b"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m(int)",
        "m%28int%29",
        "%3Cinit%3E()",
        "50%",
        "a+b",
        "a%2Bb",
        "m(int):~:text=x",
        ":~:text=x"
      })
  void findsWhatIsThere(String fragment) {
    assertTrue(anchors.contain(fragment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "top", "TOP"})
  void everyPageHasATop(String fragment) {
    assertTrue(anchors.contain(fragment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"m", "M(int)", "a b", "%zz", "m(int)%20"})
  void missesWhatIsNot(String fragment) {
    assertFalse(anchors.contain(fragment));
  }
}
