package dev.fermata.processor.analysis;

import java.util.List;

/**
 * The text of a unit as it is analysed: the user's, and what the private compiler has to know
 * besides. Lines are those of the original; offsets in a line may differ.
 */
final class AugmentedText {
  private final String text;
  private final List<Edits.Edit> edits;

  AugmentedText(String text, List<Edits.Edit> edits) {
    this.text = text;
    this.edits = edits;
  }

  String text() {
    return text;
  }

  /** Where in the original an offset is; what was inserted is where it was inserted. */
  int original(int offset) {
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
