package kept.platform;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Failures that lie with the machine, or with the moment, and not with what was asked: the same
/// works again later.
///
/// States are PostgreSQL's, appendix A of its manual.
public final class Passing {
  private static final String DISK_FULL = "53100";
  /// What Linux and macOS call it: a full disk, a quota, a limit on files.
  private static final Pattern NO_ROOM =
      Pattern.compile("No space left|[Qq]uota exceeded|File too large");
  /// A lock that did not come in time, a deadlock that hit us, and a law that the database upholds:
  /// only what changes in the same moment gets as far as there.
  private static final Set<String> BUSY = Set.of("55P03", "40P01", "23001");

  private Passing() {}

  public static boolean is(Throwable e) {
    return isDiskFull(e) || isDatabaseAway(e) || isBusy(e);
  }

  /// Whether a disk takes no more, ours or the database's.
  public static boolean isDiskFull(Throwable e) {
    return causes(e).anyMatch(Passing::saysNoRoom);
  }

  private static boolean saysNoRoom(Throwable e) {
    return state(e).equals(DISK_FULL)
        || (e instanceof IOException && NO_ROOM.matcher("" + e.getMessage()).find());
  }

  /// Class 08 is a lost connection, 57P0x a server that stops or starts.
  public static boolean isDatabaseAway(Throwable e) {
    return causes(e)
        .anyMatch(cause -> cause instanceof SQLTransientConnectionException
            || state(cause).startsWith("08")
            || state(cause).startsWith("57P0"));
  }

  /// Whether somebody changes the same thing right now.
  public static boolean isBusy(Throwable e) {
    return causes(e).anyMatch(cause -> BUSY.contains(state(cause)));
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
  }

  private static String state(Throwable e) {
    return e instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
  }
}
