package dev.fermata.testing.explore;

/**
 * What happens to a task, and when.
 *
 * @param kind what happens
 * @param task the name of the task
 * @param at the {@linkplain Moments moment}; of a {@link Kind#DEADLINE} the time of the loop
 */
record Strike(Kind kind, String task, long at) {
  /** What can happen. */
  enum Kind {
    /** It is cancelled. */
    CANCEL("cancel"),
    /** The time limit around a participant is set to now, so it expires in the next turn. */
    EXPIRE("expire"),
    /** The time limit around a participant was set to a time from the start. */
    DEADLINE("deadline");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  boolean isAt(long moment) {
    return kind != Kind.DEADLINE && at == moment;
  }

  /** Reads what {@link #toString} writes. */
  static Strike parse(String text) {
    int space = text.indexOf(' ');
    int mark = text.lastIndexOf('@');
    String word = text.substring(0, space);
    for (Kind kind : Kind.values()) {
      if (kind.word.equals(word)) {
        return new Strike(
            kind, text.substring(space + 1, mark), Long.parseLong(text.substring(mark + 1)));
      }
    }
    throw new IllegalArgumentException("no such strike: " + text);
  }

  @Override
  public String toString() {
    return kind.word + " " + task + "@" + at;
  }
}
