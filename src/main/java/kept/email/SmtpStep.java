package kept.email;

/// What the edge does after a line from the client.
sealed interface SmtpStep {
  record Answer(SmtpReply reply) implements SmtpStep {}

  /// Say 354, read the mail, hand it over, and tell the session that it ended.
  record ReadMail(SmtpReply reply) implements SmtpStep {}

  record StartTls(SmtpReply reply) implements SmtpStep {}

  record HangUp(SmtpReply reply) implements SmtpStep {}

  SmtpReply reply();
}
