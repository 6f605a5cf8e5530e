package dev.fermata.samples.links.report;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What has come of a check.
 *
 * @param site the address of the site
 * @param ending whether all of it was checked
 * @param counts how much was found
 * @param broken the links that lead nowhere
 * @param time how long it took
 * @param peak how many requests were under way at the same time, at most
 * @param bytes how many bytes of pages were read
 */
public record Report(
    URI site,
    Ending ending,
    Counts counts,
    List<BrokenLink> broken,
    Duration time,
    int peak,
    long bytes) {

  /** How a check ended. */
  public enum Ending {
    /** All was visited. */
    COMPLETE,
    /** The limit for addresses was reached. */
    LIMITED,
    /** It was broken off. */
    INTERRUPTED
  }
}
