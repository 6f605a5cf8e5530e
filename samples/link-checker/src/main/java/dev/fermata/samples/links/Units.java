package dev.fermata.samples.links;

import dev.fermata.samples.links.html.Addresses;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. */
final class Units {
  private static final Pattern QUANTITY = Pattern.compile("(\\d{1,9})([a-z]*)");

  private Units() {}

  /** Reads a time: seconds, or with a unit, as {@code 500ms}. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher quantity = quantity(text);
      long number = Long.parseLong(quantity.group(1));
      Duration time =
          switch (quantity.group(2)) {
            case "", "s" -> Duration.ofSeconds(number);
            case "ms" -> Duration.ofMillis(number);
            case "m", "min" -> Duration.ofMinutes(number);
            default -> throw new TypeConversionException("'" + text + "' is no time: write 10s");
          };
      if (time.isZero()) {
        throw new TypeConversionException("'" + text + "' is no time to wait");
      }
      return time;
    }
  }

  /** Reads a size: bytes, or with a unit, as {@code 20M}. */
  static final class Size implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      Matcher quantity = quantity(text);
      long number = Long.parseLong(quantity.group(1));
      return switch (quantity.group(2)) {
        case "", "b" -> number;
        case "k", "kb" -> number * 1_000;
        case "m", "mb" -> number * 1_000_000;
        case "g", "gb" -> number * 1_000_000_000;
        default -> throw new TypeConversionException("'" + text + "' is no size: write 20M");
      };
    }
  }

  /** Reads a count of at least one. */
  static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      Matcher quantity = quantity(text);
      int number = Integer.parseInt(quantity.group(1));
      if (!quantity.group(2).isEmpty() || number == 0) {
        throw new TypeConversionException("'" + text + "' is no number from 1 on");
      }
      return number;
    }
  }

  /** Reads the address of a site. */
  static final class Address implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
      try {
        return Addresses.parse(text);
      } catch (URISyntaxException malformed) {
        throw new TypeConversionException("'" + text + "' is no address: " + malformed.getReason());
      }
    }
  }

  private static Matcher quantity(String text) {
    Matcher matcher = QUANTITY.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new TypeConversionException("'" + text + "' is no quantity");
    }
    return matcher;
  }
}
