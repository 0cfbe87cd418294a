package kept.email;

import java.time.Instant;
import java.util.List;

/// What came with a mail but is not in it: who handed it over, when, from where and for whom.
///
/// `sender` is empty for the null sender. `client` is the address of the machine that sent it,
/// `helo` what that machine called itself. We write no `Received` header: the bytes stay as they
/// came.
public record Envelope(
    String sender,
    List<String> recipients,
    String client,
    String helo,
    boolean encrypted,
    Instant receivedAt) {
  public Envelope {
    recipients = List.copyOf(recipients);
  }
}
