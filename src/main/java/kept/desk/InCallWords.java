package kept.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kept.conversations.Channel;
import kept.conversations.Direction;
import kept.conversations.Message;
import kept.customers.VerificationLevel;
import kept.desk.InCall.Handset;
import kept.desk.InCall.Said;
import kept.phone.PhoneCall;
import kept.phone.TalkState;
import kept.platform.PhoneNumbers;
import kept.platform.pages.Face;
import kept.team.Agent;
import kept.team.Role;
import org.jspecify.annotations.Nullable;

/// A call in hand, in words. Pure.
record InCallWords(PhoneCall call, Story story, Telling telling) {
  private static final int LAST = 4;
  private static final int LONGEST = 140;

  /// @param gone whether nobody of us has it any more, though they talk on
  Handset handset(@Nullable TalkState state, boolean gone) {
    var customer = story.customer();
    var since = call.talkedAt() == null ? call.beganAt() : call.talkedAt();
    return new Handset(
        call.id().toString(),
        Face.of(customer.name()),
        customer.name(),
        customer.firstName(),
        call.number() == null ? "number withheld" : PhoneNumbers.words(call.number()),
        chips(),
        since,
        clock(since, telling.now()),
        call.isOver(),
        gone,
        state,
        others());
  }

  private List<String> chips() {
    var chips = new ArrayList<String>();
    chips.add(sure());
    if (!call.isInbound()) return chips;
    chips.add(call.keys() == 1 ? "1 key" : call.keys() + " keys");
    chips.add("Person in " + call.waited(telling.now()).toSeconds() + " s");
    return chips;
  }

  private String sure() {
    if (story.knowledge().level() == VerificationLevel.VERIFIED) return "Confirmed";
    if (call.number() == null) return "We don’t know who it is";
    // Whoever is met by this call has no matter but it.
    var isNew = story.conversation().channel() == Channel.CALL
        && call.isFirst(story.customer().since());
    return isNew ? "New number" : "Known number";
  }

  /// Minutes and seconds, as a handset shows them.
  static String clock(Instant since, Instant now) {
    var lasts = Duration.between(since, now).abs();
    return lasts.toMinutes() + ":" + String.format("%02d", lasts.toSecondsPart());
  }

  private List<Choice> others() {
    return telling.here().stream()
        .filter(agent -> agent.role() != Role.HELPER && !agent.id().equals(telling.reader()))
        .sorted(Comparator.comparing((Agent agent) -> !agent.takingCalls()))
        .map(agent -> new Choice(agent.id().toString(), agent.firstName(), false))
        .toList();
  }

  /// What was said last, the latest first.
  List<Said> said() {
    return story.told().messages().stream()
        .sorted(Comparator.comparing(Message::at).reversed())
        .limit(LAST)
        .map(this::said)
        .toList();
  }

  private Said said(Message message) {
    var words = message.words().strip().replaceAll("\\s+", " ");
    var shown = words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    return new Said(telling.when(message.at()), shown, how(message));
  }

  private String how(Message message) {
    if (message.direction() == Direction.NOTE) return "our note";
    var who = message.author() == null
        ? story.customer().firstName()
        : telling.nameOrYou(message.author());
    return who + ", " + ChannelWords.by(message.channel());
  }
}
