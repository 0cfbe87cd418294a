package kept.phone;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import kept.platform.Deliveries;
import kept.platform.PhoneNumbers;
import kept.promises.Deadline;
import kept.promises.Promise;
import kept.promises.PromiseRules;
import kept.team.Shop;

/// Tells a caller whom nobody could take, or who had to wait, until when a person rings: within
/// seconds and by text, with a link to pick another time. Once for each promise: who rings again
/// knows it already.
public final class MissedTexts {
  /// Why it is that somebody rings them.
  enum Why {
    MISSED,
    /// They stood in line, and hung up.
    WAITED,
    CLOSED,
    VOICEMAIL,
    /// They talked with us, then heard music for too long.
    HELD,
    /// It rings while one of us talks, who rings them next.
    SOON;

    static Why of(PhoneCall call, Outcome outcome) {
      return switch (outcome) {
        case CLOSED -> CLOSED;
        case VOICEMAIL -> VOICEMAIL;
        case MISSED -> call.queuedAt() == null ? MISSED : WAITED;
        case DROPPED, TALKED, NUISANCE, NOT_REACHED -> MISSED;
      };
    }
  }

  private final Shop shop;
  private final Deliveries deliveries;
  private final BooleanSupplier textsAreSetUp;
  private final PromiseRules rules;
  private final InstantSource clock;

  public MissedTexts(
      Shop shop,
      Deliveries deliveries,
      BooleanSupplier textsAreSetUp,
      PromiseRules rules,
      InstantSource clock) {
    this.shop = shop;
    this.rules = rules;
    this.deliveries = deliveries;
    this.textsAreSetUp = textsAreSetUp;
    this.clock = clock;
  }

  /// In the transaction that ends the call, so that the text leaves if the promise stands.
  void tell(PhoneCall call, Why why, Promise owed) {
    var number = call.number();
    if (number == null || !PhoneNumbers.mayGetTexts(number)) return;
    if (!owed.dueAt().isAfter(clock.instant()) || !textsAreSetUp.getAsBoolean()) return;
    var about = owed.id().value();
    if (!deliveries.statesAbout(List.of(about)).isEmpty()) return;
    var words = words(why, owed.dueAt(), clock.instant());
    var body = Map.of("words", words, "books", true, "until", owed.dueAt().toString());
    deliveries.queue(Deliveries.TEXT, number, about, body);
  }

  /// What somebody reads who rings in vain while the shop is open, or closed: now, or as soon as it
  /// is. But for the link behind it.
  public String preview(boolean open) {
    var hours = shop.hours();
    var now = clock.instant();
    var turns = open ? hours.nextOpening(now) : hours.nextClosing(now);
    var at = hours.isOpen(now) == open ? now : turns.orElse(now);
    var due = new Deadline(hours).in(within(), at);
    return words(open ? Why.MISSED : Why.CLOSED, due, at);
  }

  /// How long a caller waits at most, of the time that the shop is open.
  public Duration within() {
    return rules.get().ringBack();
  }

  /// Whether a text goes at all.
  public boolean areSetUp() {
    return textsAreSetUp.getAsBoolean();
  }

  private String words(Why why, Instant due, Instant now) {
    var by = "A person will ring you by " + shop.time().due(due, now) + ".";
    return shop.business().name() + beginning(why, now) + " " + by + " Want another time?";
  }

  private String beginning(Why why, Instant now) {
    return switch (why) {
      case CLOSED -> " here." + opens(now);
      case VOICEMAIL -> " here, thanks for your message.";
      case MISSED -> " here, sorry we missed you.";
      case WAITED -> " here, your place in line is kept.";
      case HELD -> " here, sorry we kept you on hold.";
      case SOON -> " here, we are on another call.";
    };
  }

  /// " We open Mon 8:00 am."
  private String opens(Instant now) {
    return shop.hours()
        .nextOpening(now)
        .map(opens -> " We open " + shop.time().near(opens, now) + ".")
        .orElse("");
  }
}
