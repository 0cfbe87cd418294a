package kept.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import kept.conversations.ConversationId;
import kept.conversations.Message;
import kept.promises.NotPromised;
import kept.promises.hearing.Heard;
import kept.promises.hearing.Hearing;
import kept.promises.hearing.Said;
import kept.team.AgentId;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// Hears promises in what is being written to a customer, but for words that somebody said are
/// none.
///
/// It offers and never records. Threads may share this object.
final class Hearings {
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private final Doors doors;
  private final NotPromised notPromised;

  Hearings(Doors doors) {
    this.doors = doors;
    this.notPromised = new NotPromised(doors.ground().database(), doors.ground().clock());
  }

  List<HeardRow> in(ConversationId conversation, String words) {
    if (words.isBlank()) return List.of();
    var now = doors.ground().clock().instant();
    var hours = doors.shop().hours();
    var at = now.atZone(hours.zone()).toLocalDateTime();
    var said = new Said(words, lastFromThem(conversation), at, hours);
    return Hearing.english().hear(said).stream()
        .map(heard -> row(heard, words, new ShopTime(hours.zone()), now))
        .filter(row -> !notPromised.wasSaidOf(row.words()))
        .toList();
  }

  /// Somebody said that the words with this name are no promise.
  void dismiss(AgentId by, ConversationId conversation, String words, String name) {
    in(conversation, words).stream()
        .filter(row -> row.name().equals(name))
        .forEach(row -> notPromised.say(by, row.words()));
  }

  private @Nullable String lastFromThem(ConversationId conversation) {
    return doors
        .talk()
        .messages()
        .lastFromThem(conversation)
        .map(doors.talk().messages()::get)
        .map(Message::words)
        .orElse(null);
  }

  private static HeardRow row(Heard heard, String all, ShopTime time, Instant now) {
    var words = all.substring(heard.start(), heard.end());
    var due = due(heard.dueEarliest(), heard.dueLatest(), time.local(now).toLocalDateTime());
    var button = due == null
        ? "Promise it"
        : "Promise " + time.due(due.atZone(time.zone()).toInstant(), now);
    return new HeardRow(
        NotPromised.nameOf(words),
        words,
        heard.what(),
        heard.kind().word(),
        due == null ? "" : due.toString(),
        button,
        heard.start(),
        heard.end());
  }

  /// Of a whole day, its closing: late in the evening nobody would see it kept.
  static @Nullable LocalDateTime due(
      @Nullable LocalDateTime earliest, @Nullable LocalDateTime latest, LocalDateTime now) {
    if (earliest == null || latest == null || !latest.isAfter(now)) return null;
    var whole = latest.toLocalTime().equals(LAST_MINUTE) && earliest.isAfter(now);
    return whole ? earliest : latest;
  }
}
