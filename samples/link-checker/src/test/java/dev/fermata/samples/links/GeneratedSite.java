package dev.fermata.samples.links;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive of documentation: packages of classes that link to one another in every way, and some
 * links that are broken.
 */
final class GeneratedSite {
  static final int PACKAGES = 10;
  static final int CLASSES = 30;

  /** The index, and for each package a summary and its classes. */
  static final int PAGES = 1 + PACKAGES * (1 + CLASSES);

  /** Style sheet; each summary from the index; its classes from a summary; ten on a class. */
  static final int LINKS = 1 + PACKAGES + PACKAGES * CLASSES + PACKAGES * CLASSES * 10;

  /** One missing page and one missing anchor in the first class of each package. */
  static final int BROKEN = PACKAGES * 2;

  /** One on each class. */
  static final int ELSEWHERE = PACKAGES * CLASSES;

  private GeneratedSite() {}

  /** Writes it. */
  static Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      add(zip, "style.css", "p { color: red }");
      StringBuilder index = new StringBuilder("<link rel=stylesheet href=style.css>");
      for (int p = 0; p < PACKAGES; p++) {
        index.append("<a href='p%d/'>x</a>\n".formatted(p));
        addPackage(zip, p);
      }
      add(zip, "index.html", index.toString());
    }
    return file;
  }

  private static void addPackage(ZipOutputStream zip, int p) throws IOException {
    StringBuilder summary = new StringBuilder("<h1 id=top-of-it>x</h1>");
    for (int c = 0; c < CLASSES; c++) {
      summary.append("<a href='C%d.html'>x</a>\n".formatted(c));
      add(zip, "p%d/C%d.html".formatted(p, c), classPage(p, c));
    }
    add(zip, "p%d/index.html".formatted(p), summary.toString());
  }

  private static String classPage(int p, int c) {
    int otherPackage = (p + 1) % PACKAGES;
    int otherClass = (c + 1) % CLASSES;
    return """
        <h1 id="m(int)">C%d</h1><a name="List&lt;E&gt;">x</a>
        <a href="#m(int)">1</a> <a href="#List%%3CE%%3E">2</a> <a href="../index.html">3</a>
        <a href="../p%d/C%d.html#m(int)">4</a> <a href="C%d.html#m%%28int%%29">5</a>
        <a href="./">6</a> <a href="./#top-of-it">7</a>
        <a href="https://elsewhere.invalid/">8</a>
        <a href="%s">9</a>
        <a href="%s">10</a>
        """
        .formatted(
            c,
            otherPackage,
            c,
            otherClass,
            c == 0 ? "Missing.html" : "../style.css",
            c == 0 ? "#missing" : "#");
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
