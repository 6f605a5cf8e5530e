package dev.fermata.samples.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

final class UnitsTest {
  @ParameterizedTest
  @CsvSource({"10, PT10S", "10s, PT10S", "500ms, PT0.5S", "2m, PT2M", "2min, PT2M"})
  void readsTimes(String text, Duration time) {
    assertEquals(time, new Units.Time().convert(text));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "500, 500", "20M, 20000000", "20mb, 20000000", "3k, 3000", "1G, 1000000000"})
  void readsSizes(String text, long size) {
    assertEquals(size, new Units.Size().convert(text));
  }

  @Test
  void saysWhatToWrite() {
    assertMessage("'xx' is no time: write 500ms, 10s or 2min", new Units.Time(), "xx");
    assertMessage("'1h' is no time: write 500ms, 10s or 2min", new Units.Time(), "1h");
    assertMessage("'xx' is no size: write 500k, 20M or 1G", new Units.Size(), "xx");
    assertMessage("'xx' is no number from 1 on", new Units.Count(), "xx");
  }

  private static void assertMessage(String message, ITypeConverter<?> converter, String text) {
    assertEquals(
        message,
        assertThrows(TypeConversionException.class, () -> converter.convert(text)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5", "1h", "s", "99999999999"})
  void refusesWhatIsNoTime(String text) {
    assertThrows(TypeConversionException.class, () -> new Units.Time().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1T", "M", "99999999999"})
  void refusesWhatIsNoSize(String text) {
    assertThrows(TypeConversionException.class, () -> new Units.Size().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1k", "x"})
  void refusesWhatIsNoCount(String text) {
    assertThrows(TypeConversionException.class, () -> new Units.Count().convert(text));
  }
}
