package dev.fermata.fuzz.world;

/** An unchecked failure of a generated program. */
public class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The failure of that number. */
  public Failure(int number) {
    super("failure " + number);
  }

  /** A more special one, so that the order of catch clauses matters. */
  public static final class Sub extends Failure {
    private static final long serialVersionUID = 1;

    /** The failure of that number. */
    public Sub(int number) {
      super(number);
    }
  }
}
