package consumer;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

record Page(URI uri, String text) {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

  String title() {
    return text.lines().findFirst().orElse("(empty)");
  }

  List<URI> links() {
    return LINK.matcher(text).results().map(match -> uri.resolve(match.group(1))).toList();
  }
}
