package kept.email;

import java.time.InstantSource;
import java.util.function.Supplier;
import kept.platform.Deliveries;
import kept.platform.Delivery;
import kept.platform.Sender;
import kept.team.Shop;

/// Sends Kept's own plain letters to the team: an alarm, an invitation, a sign-in link.
///
/// They say that a machine wrote them (RFC 3834), and a repeat after a crash says that it is one.
public final class LetterPostman implements Sender {
  private final Shop shop;
  private final MailWay way;
  private final Supplier<String> deskUrl;
  private final InstantSource clock;

  public LetterPostman(Shop shop, MailWay way, Supplier<String> deskUrl, InstantSource clock) {
    this.shop = shop;
    this.way = way;
    this.deskUrl = deskUrl;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Deliveries.LETTER;
  }

  @Override
  public Outcome send(Delivery delivery) {
    var business = shop.business();
    var body = delivery.body();
    var words =
        body.path("words").asString() + "\n" + deskUrl.get() + body.path("path").asString() + "\n";
    var repeat = delivery.repeat() ? "(Again, to be sure) " : "";
    var from = Postman.from(business);
    var letter = OutgoingMail.notice(
        new MailAddress("Kept at " + business.name(), from),
        new MailAddress("", delivery.address()),
        null,
        repeat + body.path("subject").asString(),
        words,
        delivery.id() + "@" + Postman.domain(business));
    return way.send(MailWriter.write(letter, clock.instant()), from, delivery.address());
  }
}
