package dev.fermata.processor.analysis.stubs;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The attributes of a class, a field, a method or a record component (JVMS 4.7). */
final class Attributes {
  private final ConstantPool pool;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream attributes = new DataOutputStream(bytes);
  private int count;

  Attributes(ConstantPool pool) {
    this.pool = pool;
  }

  void add(String name, Content content) throws IOException {
    ByteArrayOutputStream contentBytes = new ByteArrayOutputStream();
    content.writeTo(new DataOutputStream(contentBytes));
    attributes.writeShort(pool.utf8(name));
    attributes.writeInt(contentBytes.size());
    contentBytes.writeTo(attributes);
    count++;
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeShort(count);
    bytes.writeTo(out);
  }

  interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }
}
