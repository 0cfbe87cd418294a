package kept.email;

import kept.platform.Sender;

/// How mail leaves us. `send` waits until the other side has answered; it does not throw.
public interface MailWay {
  /// `from` empty sends with the null sender, so that nobody answers a failure.
  Sender.Outcome send(byte[] raw, String from, String to);
}
