package kept.desk;

import java.time.Duration;
import java.time.Instant;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.Message;
import kept.conversations.Row;
import kept.phone.PhoneCall;
import kept.platform.pages.Face;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// People who wait for a person, in words, as one onlooker reads them now. Pure.
record WaitWords(Onlooker onlooker) {
  /// Somebody who stands there waits minutes; whoever writes a letter does not sit beside it.
  private static final Duration LONG_FOR_TALK = Duration.ofMinutes(2);
  private static final Duration LONG_FOR_WRITING = Duration.ofHours(1);

  private static final int LONGEST_WORDS = 140;

  /// @param call the last one of this matter, if it was ever called about
  WaitRow row(int place, Row row, @Nullable PhoneCall call) {
    var rang = isLast(row, call);
    var conversation = row.conversation();
    var since =
        conversation.waitingSince() == null ? conversation.movedAt() : conversation.waitingSince();
    var last = row.last();
    var written = last == null ? conversation.channel() : last.channel();
    var channel = rang ? Channel.CALL : written;
    return new WaitRow(
        place,
        Face.of(row.customerName()),
        row.customerName(),
        how(conversation, channel),
        rang && call != null ? rang(call) : last == null ? conversation.matter() : words(last),
        ChannelWords.icon(channel),
        clock(since, channel),
        "/c/" + conversation.id(),
        takenBy(conversation));
  }

  /// Whether they rang after everything that was written.
  private static boolean isLast(Row row, @Nullable PhoneCall call) {
    if (call == null || !call.isInbound() || call.talkedAt() != null) return false;
    return row.last() == null || call.beganAt().isAfter(row.last().at());
  }

  /// "Rang for 24 s. A person rings back by 2:58."
  private String rang(PhoneCall call) {
    var waited = call.waited(onlooker.now()).toSeconds();
    if (call.recording() != null) return "Left a message on the phone.";
    return "Rang for " + waited + " s, and nobody took it.";
  }

  /// A colleague who took it and is at work.
  private @Nullable String takenBy(Conversation conversation) {
    if (conversation.agent() == null || onlooker.is(conversation.agent())) return null;
    var agent = onlooker.team().get(conversation.agent());
    return agent != null && agent.isHere() && agent.takingCalls() ? agent.firstName() : null;
  }

  /// "by email · with Edie", "rang, not sorted yet".
  private String how(Conversation conversation, Channel channel) {
    var by = channel == Channel.CALL ? "rang" : ChannelWords.by(channel);
    if (conversation.reopenedAt() != null) by += ", not sorted yet";
    var agent = conversation.agent();
    if (agent == null || takenBy(conversation) != null) return by;
    return by + " · with " + onlooker.nameWithin(agent);
  }

  /// What they wrote stands in quotes; of a call we hold what somebody noted.
  private static String words(Message last) {
    var line = last.words().strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) return "Sent something without words.";
    var cut = line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS - 1) + "…";
    return last.channel() == Channel.CALL ? cut : "“" + cut + "”";
  }

  private WaitRow.Clock clock(Instant since, Channel channel) {
    var waited = Duration.between(since, onlooker.now());
    var words = ShopTime.length(waited);
    var sinceWords = "since " + onlooker.time().past(since, onlooker.now());
    return new WaitRow.Clock(since, words, sinceWords, waited.compareTo(patience(channel)) > 0);
  }

  private static Duration patience(Channel channel) {
    return switch (channel) {
      case CALL, CHAT, IN_PERSON -> LONG_FOR_TALK;
      case EMAIL, TEXT, PAGE -> LONG_FOR_WRITING;
    };
  }
}
