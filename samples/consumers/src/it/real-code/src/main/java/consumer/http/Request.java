package consumer.http;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

record Request(String method, URI uri, Map<String, String> headers, String body) {
  Request with(String header, String value) {
    var changed = new TreeMap<>(headers);
    changed.put(header, value);
    return new Request(method, uri, changed, body);
  }

  Request to(URI other, boolean keepsBody) {
    return new Request(keepsBody ? method : "GET", other, headers, keepsBody ? body : "");
  }
}
