package kept.desk;

import java.util.Map;
import kept.conversations.Channel;
import kept.conversations.Direction;
import kept.conversations.Message;
import kept.conversations.MessageId;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.platform.PhoneNumbers;

/// The composer under a conversation: empty, or holding what was typed when it could not be sent.
final class Composers {
  private static final int LONGEST_UNDERSTOOD = 200;

  private final Doors doors;

  Composers(Doors doors) {
    this.doors = doors;
  }

  Composer empty(Story story, Telling telling) {
    var key = doors.ground().formKeys().fresh();
    var promise = draft(PromisePart.NONE, telling);
    return Composer.empty(to(story), promise, understood(story), story.lastFromThem(), key);
  }

  /// Everything that was typed, with what is wrong.
  Composer mistaken(Story story, Telling telling, ReplyForm form, Map<String, String> mistakes) {
    return new Composer(
        to(story),
        form.way(),
        form.words(),
        draft(form.promise(), telling),
        new Composer.Recap(form.recap(), form.understood()),
        form.seen(),
        doors.ground().formKeys().stillGood(form.key()),
        null,
        Composer.nothingHeard(to(story)),
        mistakes);
  }

  /// Everything that was typed, after they wrote; this page shows what they wrote, so that sending
  /// again goes through.
  Composer overtaken(Story story, Telling telling, ReplyForm form, MessageId unseen) {
    var words = story.customer().firstName() + " wrote while you were typing. Read it first.";
    return new Composer(
        to(story),
        form.way(),
        form.words(),
        draft(form.promise(), telling),
        new Composer.Recap(form.recap(), form.understood()),
        story.lastFromThem(),
        doors.ground().formKeys().stillGood(form.key()),
        new Composer.Newer(words, "#m-" + unseen),
        Composer.nothingHeard(to(story)),
        Map.of());
  }

  private PromiseDraft draft(PromisePart part, Telling telling) {
    var times =
        new ReadyTimes(doors.shop().hours(telling.time().zone()), telling.time(), telling.now());
    return part.draft(times, telling.here(), telling.reader());
  }

  private Composer.To to(Story story) {
    var address =
        story.knowledge().last(IdentityKind.EMAIL).map(Identity::value).orElse(null);
    var ways = doors.talk().messages().ways();
    var number = story
        .knowledge()
        .last(IdentityKind.PHONE)
        .flatMap(phone -> ways.textTo(story.customer().id()))
        .map(PhoneNumbers::words)
        .orElse(null);
    var cannot = address == null && number == null ? "No mail address yet, only a note" : null;
    return new Composer.To(
        story.conversation().id().toString(),
        story.customer().name(),
        address,
        number,
        texted(story),
        cannot);
  }

  /// Whether the last thing that they wrote was a text.
  private static boolean texted(Story story) {
    return story.told().messages().reversed().stream()
        .filter(message -> message.direction() == Direction.INBOUND)
        .findFirst()
        .filter(message -> message.channel() == Channel.TEXT)
        .isPresent();
  }

  /// Their last words, ready to be said back in ours.
  private static String understood(Story story) {
    return story.told().messages().reversed().stream()
        .filter(message -> message.direction() == Direction.INBOUND)
        .map(Message::words)
        .filter(words -> !words.isBlank())
        .findFirst()
        .map(words -> ListWords.shortened(words, LONGEST_UNDERSTOOD))
        .orElse("");
  }
}
