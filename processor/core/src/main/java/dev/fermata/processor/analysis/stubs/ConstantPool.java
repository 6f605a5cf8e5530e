package dev.fermata.processor.analysis.stubs;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The constant pool of a class file that is being written (JVMS 4.4). */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream entries = new DataOutputStream(bytes);
  private final Map<Object, Integer> indexes = new HashMap<>();
  private int next = 1;

  int utf8(String text) {
    return entry(text, () -> utf8Entry(text));
  }

  private void utf8Entry(String text) throws IOException {
    entries.writeByte(UTF8);
    entries.writeUTF(text);
  }

  /**
   * A class by its binary name, {@code java.util.Map$Entry}.
   *
   * @return the index of its entry
   */
  int type(String binaryName) {
    int name = utf8(binaryName.replace('.', '/'));
    return reference(CLASS, name);
  }

  /**
   * The value of a constant field or of an element of an annotation.
   *
   * @param value a string, or a boxed primitive; what is narrower than int is written as int
   */
  int constant(Object value) {
    if (value instanceof String text) {
      return reference(STRING, utf8(text));
    } else if (value instanceof Boolean flag) {
      return constant(flag ? 1 : 0);
    } else if (value instanceof Character character) {
      return constant((int) character);
    } else if (value instanceof Byte || value instanceof Short) {
      return constant(((Number) value).intValue());
    }
    return entry(value, () -> numberEntry(value));
  }

  private void numberEntry(Object value) throws IOException {
    if (value instanceof Integer number) {
      entries.writeByte(INTEGER);
      entries.writeInt(number);
    } else if (value instanceof Float number) {
      entries.writeByte(FLOAT);
      entries.writeFloat(number);
    } else if (value instanceof Long number) {
      entries.writeByte(LONG);
      entries.writeLong(number);
      next++;
    } else if (value instanceof Double number) {
      entries.writeByte(DOUBLE);
      entries.writeDouble(number);
      next++;
    } else {
      throw new IllegalArgumentException("no constant: " + value.getClass());
    }
  }

  private int reference(int tag, int to) {
    return entry(
        List.of(tag, to),
        () -> {
          entries.writeByte(tag);
          entries.writeShort(to);
        });
  }

  private int entry(Object key, Entry entry) {
    Integer known = indexes.get(key);
    if (known != null) {
      return known;
    }
    int index = next++;
    try {
      entry.write();
    } catch (IOException tooLong) {
      throw new UncheckedIOException(tooLong);
    }
    indexes.put(key, index);
    return index;
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeShort(next);
    bytes.writeTo(out);
  }

  private interface Entry {
    void write() throws IOException;
  }
}
