package kept.platform;

import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;

/// What may not be done and only the database can tell, since somebody else did something at the
/// same time: a rule of the schema says so in a sentence for people, under a state of its own.
final class RefusedBySchema {
  private static final String STATE = "KP422";

  private RefusedBySchema() {}

  /// The refusal, or what went wrong as it is.
  static RuntimeException inWords(JdbiException wrong) {
    if (!(wrong.getCause() instanceof PSQLException said)) return wrong;
    var message = said.getServerErrorMessage();
    var sentence = message == null ? null : message.getMessage();
    if (sentence == null || !STATE.equals(said.getSQLState())) return wrong;
    var refusal = new Refusal(sentence);
    refusal.initCause(wrong);
    return refusal;
  }
}
