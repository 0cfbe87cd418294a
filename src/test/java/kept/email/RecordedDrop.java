package kept.email;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A drop that remembers what it took; `then` may refuse, fail or wait.
final class RecordedDrop implements MailDrop {
  @SuppressWarnings("ArrayRecordComponent")
  record Taken(Envelope envelope, byte[] raw) {}

  interface Step {
    void run() throws Exception;
  }

  final List<Taken> taken = new CopyOnWriteArrayList<>();
  volatile Step then = () -> {};

  @Override
  public boolean accepts(String recipient) {
    if (recipient.startsWith("broken")) throw new IllegalStateException("no database");
    return recipient.endsWith("@marlow.example.com");
  }

  @Override
  public void take(Envelope envelope, InputStream raw) throws Exception {
    var bytes = raw.readAllBytes();
    then.run();
    taken.add(new Taken(envelope, bytes));
  }
}
