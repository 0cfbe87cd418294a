package kept.email;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Locale;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.team.Shop;

/// Accepts letters: the bytes are on disk and the row has committed before the sender hears `250`.
///
/// Reading them is the [Mailroom]'s work and comes after. Threads may share this object.
public final class Inbox implements MailDrop {
  public static final String CHANNEL = "kept_mail";

  private final Database database;
  private final Blobs blobs;
  private final Shop shop;
  private final InstantSource clock;
  private final InboundMailStore store = new InboundMailStore();

  public Inbox(Database database, Blobs blobs, Shop shop, InstantSource clock) {
    this.database = database;
    this.blobs = blobs;
    this.shop = shop;
    this.clock = clock;
  }

  /// Ours is the domain of the shop's address. Until one is set any recipient is taken.
  @Override
  public boolean accepts(String recipient) {
    var address = shop.find().map(business -> business.email()).orElse(null);
    if (address == null || isPostmaster(recipient)) return true;
    return domain(recipient).equals(domain(address));
  }

  /// RFC 5321, section 4.5.1: also without a domain, in any letters.
  private static boolean isPostmaster(String recipient) {
    return recipient.equalsIgnoreCase("postmaster");
  }

  @Override
  public void take(Envelope envelope, InputStream raw) throws IOException {
    var bytes = raw.readAllBytes();
    database.useTransaction(tx -> {
      var mail = new InboundMail(
          InboundMail.InboundMailId.next(),
          blobs.store(bytes),
          envelope.sender(),
          envelope.recipients(),
          clock.instant());
      store.insert(tx, mail, envelope.client());
    });
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
