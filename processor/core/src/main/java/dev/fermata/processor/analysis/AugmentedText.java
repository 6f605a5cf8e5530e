package dev.fermata.processor.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a unit as it is analysed: the user's, and what the private compiler has to know
 * besides. Lines are those of the original; offsets in a line may differ.
 */
final class AugmentedText {
  private final String text;
  private final List<Edits.Edit> edits;

  private final @Nullable AugmentedText base;

  /**
   * @param base the text in which these edits were made, or null where that is the original
   */
  AugmentedText(String text, List<Edits.Edit> edits, @Nullable AugmentedText base) {
    this.text = text;
    this.edits = edits;
    this.base = base;
  }

  String text() {
    return text;
  }

  /** Where in the original an offset is; what was inserted is where it was inserted. */
  int original(int offset) {
    int before = unedited(offset);
    return base == null ? before : base.original(before);
  }

  private int unedited(int offset) {
    int shift = 0;
    for (Edits.Edit edit : edits) {
      int start = edit.offset() + shift;
      if (offset < start) {
        break;
      }
      if (offset < start + edit.inserted().length()) {
        return edit.offset() + Math.min(offset - start, edit.removed());
      }
      shift += edit.growth();
    }
    return offset - shift;
  }

  /** Whether an offset is in text that the user did not write. */
  boolean isInserted(int offset) {
    int shift = 0;
    for (Edits.Edit edit : edits) {
      int start = edit.offset() + shift;
      if (offset < start) {
        break;
      }
      if (offset < start + edit.inserted().length()) {
        return true;
      }
      shift += edit.growth();
    }
    return false;
  }
}
