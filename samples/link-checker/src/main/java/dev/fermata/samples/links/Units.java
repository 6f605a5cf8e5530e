package dev.fermata.samples.links;

import dev.fermata.samples.links.html.Addresses;
import dev.fermata.samples.links.html.Destination;
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

  private static final String NO_TIME = "no time: write 500ms, 10s or 2min";
  private static final String NO_SIZE = "no size: write 500k, 20M or 1G";
  private static final String NO_COUNT = "no number from 1 on";

  private Units() {}

  /** Reads a time: seconds, or with a unit, as {@code 500ms}. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher quantity = quantity(text, NO_TIME);
      long number = Long.parseLong(quantity.group(1));
      Duration time =
          switch (quantity.group(2)) {
            case "", "s" -> Duration.ofSeconds(number);
            case "ms" -> Duration.ofMillis(number);
            case "m", "min" -> Duration.ofMinutes(number);
            default -> throw wrong(text, NO_TIME);
          };
      if (time.isZero()) {
        throw wrong(text, "no time to wait");
      }
      return time;
    }
  }

  /** Reads a size: bytes, or with a unit, as {@code 20M}. */
  static final class Size implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      Matcher quantity = quantity(text, NO_SIZE);
      long number = Long.parseLong(quantity.group(1));
      return switch (quantity.group(2)) {
        case "", "b" -> number;
        case "k", "kb" -> number * 1_000;
        case "m", "mb" -> number * 1_000_000;
        case "g", "gb" -> number * 1_000_000_000;
        default -> throw wrong(text, NO_SIZE);
      };
    }
  }

  /** Reads a count of at least one. */
  static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      Matcher quantity = quantity(text, NO_COUNT);
      int number = Integer.parseInt(quantity.group(1));
      if (!quantity.group(2).isEmpty() || number == 0) {
        throw wrong(text, NO_COUNT);
      }
      return number;
    }
  }

  /** Reads the address of a site. */
  static final class Address implements ITypeConverter<Destination.Web> {
    @Override
    public Destination.Web convert(String text) {
      try {
        return Addresses.parse(text);
      } catch (URISyntaxException malformed) {
        throw wrong(text, "no address: " + malformed.getReason());
      }
    }
  }

  private static Matcher quantity(String text, String problem) {
    Matcher matcher = QUANTITY.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw wrong(text, problem);
    }
    return matcher;
  }

  private static TypeConversionException wrong(String text, String problem) {
    return new TypeConversionException("'" + text + "' is " + problem);
  }
}
