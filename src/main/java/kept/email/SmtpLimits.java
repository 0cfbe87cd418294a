package kept.email;

import java.time.Duration;

/// How much one sender may ask of us.
record SmtpLimits(
    int mailBytes,
    int recipients,
    int errors,
    int connections,
    int connectionsPerSource,
    Duration idle,
    Duration mail) {

  static final SmtpLimits USUAL = new SmtpLimits(
      // What the big mail services let through, with its base64.
      25 * 1024 * 1024,
      // RFC 5321 section 4.5.3.1.8.
      100,
      // Room for a mistyped session, too little for guessing addresses.
      20,
      // A virtual thread and a spool of at most 256 KB each.
      300,
      // One big mail service opens about ten; a whole office behind one address a few more.
      50,
      // RFC 5321 section 4.5.3.2.7 asks for five minutes.
      Duration.ofMinutes(5),
      // 25 MB over the slowest phone line; whoever needs longer holds a place for nothing.
      Duration.ofMinutes(15));

  /// RFC 5321 section 4.5.3.1.4 has 512; extensions and long addresses add to it.
  static final int COMMAND_LINE = 2_048;
}
