package kept.desk;

import java.util.List;
import java.util.Map;
import kept.conversations.ConversationId;
import kept.conversations.Draft;
import kept.conversations.MessageId;
import kept.platform.Refusal;
import kept.promises.Commitment;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Sends what stands in the composer: words, promise, recap and question together, or nothing.
///
/// It stops once when the customer wrote something that the sender has not seen. Threads may share
/// this object.
final class Replying {
  private final Doors doors;
  private final Hearings hearings;

  Replying(Doors doors) {
    this.doors = doors;
    this.hearings = new Hearings(doors);
  }

  sealed interface Outcome {
    /// It is on its way, by this click or by the one before it.
    record Done() implements Outcome {}

    /// They wrote in the meantime: this message has not been seen.
    record Newer(MessageId unseen) implements Outcome {}

    /// Their words promise something that was neither made a promise nor said to be none.
    record Unsettled(List<HeardRow> heard) implements Outcome {}

    /// What is wrong, a sentence for each field.
    record Mistaken(Map<String, String> sentences) implements Outcome {}
  }

  Outcome reply(AgentId by, ConversationId id, ReplyForm form, List<Draft.NewFile> files) {
    var mistakes = new Mistakes();
    var draft = new Draft(form.words(), null, null, files, form.channel());
    var commitment = form.promise().isThere() ? commitment(by, id, form, mistakes) : null;
    refuseNothing(form, draft, mistakes);
    if (!mistakes.none()) return new Outcome.Mistaken(mistakes.byField());
    var unsettled = unsettled(id, form);
    if (!unsettled.isEmpty()) return new Outcome.Unsettled(unsettled);
    try {
      return doors
          .ground()
          .database()
          .inTransaction(tx -> send(by, id, form, new Parts(draft, commitment)));
    } catch (Refusal refused) {
      return new Outcome.Mistaken(Map.of("words", refused.sentence()));
    }
  }

  /// Sending stops once for a promise with a time.
  private List<HeardRow> unsettled(ConversationId id, ReplyForm form) {
    if (form.heardAsked() || form.promise().isThere()) return List.of();
    return hearings.in(id, form.words()).stream().filter(HeardRow::isDated).toList();
  }

  private record Parts(Draft draft, @Nullable Commitment commitment) {
    boolean isEmpty() {
      return draft.words().isBlank() && draft.files().isEmpty();
    }
  }

  private @Nullable Commitment commitment(
      AgentId by, ConversationId id, ReplyForm form, Mistakes mistakes) {
    var now = doors.ground().clock().instant();
    var time = doors.shop().time();
    var times = new ReadyTimes(doors.shop().hours(time.zone()), time, now);
    return form.promise().commitment(id, times, by, mistakes);
  }

  private static void refuseNothing(ReplyForm form, Draft draft, Mistakes mistakes) {
    var empty = draft.words().isBlank() && draft.files().isEmpty();
    if (form.recaps() && form.understood().isBlank() && !form.promise().isThere())
      mistakes.add("understood", "Say what you understood, or leave the recap out.");
    var saysNothing = empty && !form.recaps() && !form.asks();
    if (saysNothing && !(form.note() && form.promise().isThere()))
      mistakes.add("words", "Write something first.");
    if (form.way() == Composer.Way.TEXT)
      TextParts.tooMany(form.words()).ifPresent(words -> mistakes.add("words", words));
  }

  private Outcome send(AgentId by, ConversationId id, ReplyForm form, Parts parts) {
    var last = doors.talk().messages().lastFromThem(id);
    var unseen = last.filter(message -> !message.toString().equals(form.seen()));
    if (unseen.isPresent() && !form.note()) return new Outcome.Newer(unseen.get());
    var content = List.of(form, parts.draft().files());
    if (!doors.ground().formKeys().use(form.key(), content)) return new Outcome.Done();
    if (parts.commitment() != null) doors.promises().make(by, parts.commitment());
    if (!form.note()) write(by, id, form, parts);
    else if (!parts.isEmpty()) doors.talk().messages().note(by, id, parts.draft());
    return new Outcome.Done();
  }

  /// Words that carry a promise carry the link to its page; bare words are a plain letter.
  private void write(AgentId by, ConversationId id, ReplyForm form, Parts parts) {
    var recaps = doors.writing().recaps();
    var draft = parts.draft();
    if (form.asks()) recaps.ask(by, id, asking(by, id, draft));
    else if (form.recaps()) recaps.send(by, id, draft, form.understood());
    else if (parts.commitment() != null) recaps.sendWithLink(by, id, draft);
    else doors.talk().messages().write(by, id, draft);
  }

  private Draft asking(AgentId by, ConversationId id, Draft draft) {
    if (!draft.words().isBlank()) return draft;
    var question = doors.writing().recaps().question(by, id);
    return draft.saying(question);
  }
}
