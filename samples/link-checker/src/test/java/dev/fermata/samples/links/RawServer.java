package dev.fermata.samples.links;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers every request with the same bytes, be they HTTP or not, and hangs up. */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final byte[] answer;

  RawServer(String answer) throws IOException {
    this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
    Thread thread = new Thread(this::serve, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept();
          BufferedReader request =
              new BufferedReader(
                  new InputStreamReader(
                      connection.getInputStream(), StandardCharsets.ISO_8859_1))) {
        String line = request.readLine();
        while (line != null && !line.isEmpty()) {
          line = request.readLine();
        }
        connection.getOutputStream().write(answer);
      } catch (IOException hungUp) {
        // The next one, please; or the end, if it was the socket that was closed.
      }
    }
  }

  /** Returns its address. */
  String url() {
    return "http://%s:%d/"
        .formatted(socket.getInetAddress().getHostAddress(), socket.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
