package dev.fermata.laboratory;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** As much of a class file as tells how large its methods are. */
public final class ClassFile {

  private static final int UTF8 = 1;

  private final Map<Integer, String> strings = new TreeMap<>();
  private final Map<String, Integer> codeSizes = new TreeMap<>();

  private ClassFile(DataInputStream in) throws IOException {
    in.skipNBytes(8);
    readConstants(in);
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    readMembers(in);
    readMembers(in);
  }

  /** Reads a class file. */
  public static ClassFile of(byte[] bytes) {
    try {
      return new ClassFile(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many bytes of code each method has, by its name and descriptor. */
  public Map<String, Integer> codeSizes() {
    return codeSizes;
  }

  private void readConstants(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> strings.put(i, in.readUTF());
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        default -> throw new IOException("constant tag " + tag);
      }
    }
  }

  private void readMembers(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      in.skipNBytes(2);
      String name = strings.get(in.readUnsignedShort()) + strings.get(in.readUnsignedShort());
      int attributes = in.readUnsignedShort();
      for (int j = 0; j < attributes; j++) {
        readAttribute(in, name);
      }
    }
  }

  private void readAttribute(DataInputStream in, String member) throws IOException {
    boolean code = "Code".equals(strings.get(in.readUnsignedShort()));
    int length = in.readInt();
    if (code) {
      in.skipNBytes(4);
      codeSizes.put(member, in.readInt());
      length -= 8;
    }
    in.skipNBytes(length);
  }
}
