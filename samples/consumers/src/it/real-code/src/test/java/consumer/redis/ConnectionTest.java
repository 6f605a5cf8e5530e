package consumer.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.EventLoop;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
  private static final Connection.Reply LAST = new Connection.Reply.Text("OK");

  private static Map<String, List<String>> read(String text, int size) throws IOException {
    var connection = new AsyncConnection(new AsyncPieces().of(text, size));
    return EventLoop.run(connection.grouped(LAST), IOException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void readsPieces(int size) throws IOException {
    String replies = ":42\r\n$5\r\nh\u00e4h\u00e4\r\n".replace("$5", "$6");
    replies += "*2\r\n:1\r\n*1\r\n$-1\r\n*1\r\n+one\r\n+OK\r\n";
    replies += "-ERR unknown command\r\n:7\r\n";
    assertEquals(
        Map.of(
            "Number", List.of("Number[value=42]", "Number[value=5]"),
            "Text", List.of("Text[value=h\u00e4h\u00e4]", "Text[value=one]", "Text[value=OK]"),
            "Items", List.of("Number[value=1]|Items[items=[NULL]]"),
            "ERR", List.of("unknown command")),
        read(replies, size));
  }

  @Test
  void saysWhatIsWrong() {
    assertEquals(
        "a reply that begins with x",
        assertThrows(IOException.class, () -> read("x", 1)).getMessage());
    assertEquals(
        "not a number after :",
        assertThrows(IOException.class, () -> read(":y\r\n", 1)).getMessage());
    assertEquals(
        "line feed alone after 12",
        assertThrows(IOException.class, () -> read(":12\n", 1)).getMessage());
    assertEquals(
        "\"c\" after [97, 98]",
        assertThrows(IOException.class, () -> read("$2\r\nabc\r\n", 1000)).getMessage());
  }

  @Test
  void endsWithTheSource() throws IOException {
    assertEquals(Map.of("Number", List.of("Number[value=1]")), read(":1\r\n", 2));
    assertThrows(EOFException.class, () -> EventLoop.run(cut().read(), IOException.class));
  }

  private static Connection cut() {
    return new AsyncConnection(new AsyncPieces().of("", 1));
  }
}
