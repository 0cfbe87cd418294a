package kept;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/// What the program's log says from here on, as whoever runs Kept reads it.
public final class TestLog implements AutoCloseable {
  private final PrintStream before = System.err;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  public TestLog() {
    System.setErr(new PrintStream(heard, true, UTF_8));
  }

  public String said() {
    return heard.toString(UTF_8);
  }

  @Override
  public void close() {
    System.setErr(before);
  }
}
