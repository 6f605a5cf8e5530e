package dev.fermata.processor.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes to make to the text of a unit before it is analysed. None of them adds a line. */
final class Edits {
  private final List<Edit> edits = new ArrayList<>();

  /** One change. */
  record Edit(int offset, int removed, String inserted) {
    int growth() {
      return inserted.length() - removed;
    }
  }

  void insert(int offset, String text) {
    replace(offset, 0, text);
  }

  void replace(int offset, int length, String text) {
    edits.add(new Edit(offset, length, text));
  }

  AugmentedText applyTo(AugmentedText base) {
    String original = base.text();
    List<Edit> inOrder = new ArrayList<>();
    for (Edit edit : edits) {
      String lines = lineEndsOf(original.substring(edit.offset(), edit.offset() + edit.removed()));
      inOrder.add(new Edit(edit.offset(), edit.removed(), edit.inserted() + lines));
    }
    inOrder.sort(Comparator.comparingInt(Edit::offset));
    StringBuilder text = new StringBuilder(original.length() + 1024);
    int end = 0;
    for (Edit edit : inOrder) {
      text.append(original, end, edit.offset()).append(edit.inserted());
      end = edit.offset() + edit.removed();
    }
    text.append(original, end, original.length());
    return new AugmentedText(text.toString(), List.copyOf(inOrder), base);
  }

  /** So that what follows stays on its line. */
  private static String lineEndsOf(String removed) {
    return removed.replaceAll("[^\\r\\n]", "");
  }
}
