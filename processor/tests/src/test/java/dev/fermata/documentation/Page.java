package dev.fermata.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of the documentation, taken apart.
 *
 * @param path its place below the root of the repository
 */
record Page(Path path, List<Fence> fences) {
  /** Whether what is generated is to be written into the pages, instead of compared with them. */
  static final boolean UPDATE = "update".equals(System.getProperty("goldens"));

  private static final String FENCE = "```";
  private static final String HIDDEN = "<!-- hidden";

  static Page read(Path path) {
    try {
      return new Page(Repository.ROOT.relativize(path), fences(Files.readAllLines(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The block of plain text that comes next after {@code fence}, with what a program prints. */
  Fence textAfter(Fence fence) {
    return fences.subList(fences.indexOf(fence) + 1, fences.size()).stream()
        .findFirst()
        .filter(next -> next.language().equals("text"))
        .orElseThrow(() -> new AssertionError(place(fence) + ": no text block follows"));
  }

  String place(Fence fence) {
    return path + ":" + fence.line();
  }

  /** Writes other text into a block, in the file as it is now. */
  void replace(Fence fence, String text) throws IOException {
    Path file = Repository.ROOT.resolve(path);
    Fence now = read(file).fences.get(fences.indexOf(fence));
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    List<String> old = lines.subList(now.line() - 1, now.line() - 1 + now.lines().size());
    old.clear();
    old.addAll(text.lines().toList());
    Files.write(file, lines);
  }

  private static List<Fence> fences(List<String> lines) {
    List<Fence> fences = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (line.startsWith(HIDDEN)) {
        int end = next(lines, at + 1, "-->");
        String marker = line.substring(HIDDEN.length()).strip();
        fences.add(new Fence("java", marker, lines.subList(at + 1, end), at + 2));
        at = end;
      } else if (line.startsWith(FENCE)) {
        int end = next(lines, at + 1, FENCE);
        String language = line.substring(FENCE.length());
        String marker = at == 0 ? "" : comment(lines.get(at - 1)).orElse("");
        fences.add(new Fence(language, marker, lines.subList(at + 1, end), at + 2));
        at = end;
      }
    }
    return fences;
  }

  private static int next(List<String> lines, int from, String end) {
    int at = from;
    while (!lines.get(at).equals(end)) {
      at++;
    }
    return at;
  }

  private static Optional<String> comment(String line) {
    return line.startsWith("<!-- ") && line.endsWith(" -->")
        ? Optional.of(line.substring("<!-- ".length(), line.length() - " -->".length()))
        : Optional.empty();
  }
}
