package kept.texts;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import kept.platform.Database;
import kept.platform.Delivery;
import kept.platform.DeliveryId;
import kept.platform.Sender.Outcome;
import org.jspecify.annotations.Nullable;

/// The way out for every text: nobody gets one who asked for none, none goes that is too long or
/// too late, and none goes twice that the provider has reported. Threads may share this object.
final class TextWay {
  private static final String NO_ACCOUNT = "Texts are not set up any more.";
  private static final String TOO_LATE = "It could not go in time, so it was not sent.";
  private static final String TOO_LONG = "It is too long for a text.";

  private final Database database;
  private final ShopTexts accounts;
  private final TextProvider provider;
  private final Supplier<String> url;
  private final InstantSource clock;
  private final TextStore store = new TextStore();

  /// @param url where the desk is reached
  TextWay(
      Database database,
      ShopTexts accounts,
      TextProvider provider,
      Supplier<String> url,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.provider = provider;
    this.url = url;
    this.clock = clock;
  }

  String url() {
    return url.get();
  }

  /// @param until when it is of no use any more; null where it always is
  Outcome send(Delivery delivery, Supplier<String> words, @Nullable Instant until)
      throws InterruptedException {
    var access = accounts.access();
    if (access.isEmpty()) return new Outcome.Refused(NO_ACCOUNT);
    var to = delivery.address();
    if (database.read(tx -> store.isStopped(tx, to)))
      return new Outcome.Refused(TwilioWords.NO_MORE);
    if (hasLeft(delivery.id())) return new Outcome.Sent("It had left before.");
    if (until != null && clock.instant().isAfter(until)) return new Outcome.Refused(TOO_LATE);
    var said = Segments.plainly(words.get());
    if (Segments.of(said).tooMany()) return new Outcome.Refused(TOO_LONG);
    var outcome = provider.send(access.get(), to, said, reportTo(access.get(), delivery.id()));
    write(to, outcome);
    return outcome;
  }

  /// A try whose end we did not see is no reason to text twice: a report of it says that it left.
  private boolean hasLeft(DeliveryId id) {
    return database.read(tx -> store.reportOf(tx, id)).isPresent();
  }

  /// What one number can't get says nothing of the account.
  private void write(String to, Outcome outcome) {
    switch (outcome) {
      case Outcome.Sent sent -> accounts.worked();
      case Outcome.Later later -> accounts.failed(later.serverWords());
      case Outcome.Refused refused -> {
        if (refused.serverWords().equals(TwilioWords.NO_MORE))
          database.useTransaction(tx -> store.stop(tx, to, clock.instant()));
      }
    }
  }

  /// A provider out there calls no address of this machine's own.
  private @Nullable String reportTo(TextProvider.Access access, DeliveryId id) {
    var ours = URI.create(url.get());
    var reachable = "https".equals(ours.getScheme())
        || "http".equals(URI.create(access.account().baseUrl()).getScheme());
    return reachable ? url.get() + TwilioDoor.STATUS + "/" + id : null;
  }
}
