package kept.email;

import java.time.InstantSource;
import java.util.function.Supplier;
import kept.conversations.ConversationId;
import kept.conversations.Conversations;
import kept.platform.Delivery;
import kept.platform.Sender;
import kept.recaps.NewLinks;
import kept.recaps.PageLinks;
import kept.team.Shop;

/// Sends a customer the new link that they asked for on a page whose link was too old.
public final class NewLinkPostman implements Sender {
  private final Shop shop;
  private final Conversations conversations;
  private final PageLinks links;
  private final Way out;

  /// How it goes out: links begin with `deskUrl`.
  public record Way(MailWay mail, Supplier<String> deskUrl, InstantSource clock) {}

  public NewLinkPostman(Shop shop, Conversations conversations, PageLinks links, Way out) {
    this.shop = shop;
    this.conversations = conversations;
    this.links = links;
    this.out = out;
  }

  @Override
  public String kind() {
    return NewLinks.BY_MAIL;
  }

  @Override
  public Outcome send(Delivery delivery) {
    var business = shop.business();
    var conversation = conversations.get(new ConversationId(delivery.about()));
    var from = Postman.from(business);
    var page = out.deskUrl().get() + "/p/" + links.mint(conversation.id(), delivery.address());
    var words = "Here is the new link you asked for. It shows what we promised you:\n"
        + page
        + "\n\nIf you didn’t ask for it, you need do nothing.\n\n"
        + business.name()
        + "\n";
    var letter = OutgoingMail.notice(
        new MailAddress(business.name(), from),
        new MailAddress("", delivery.address()),
        new MailAddress("", ReplyAddress.of(from, conversation.addressToken())),
        "Your new link: " + conversation.matter(),
        words,
        delivery.id() + "@" + Postman.domain(business));
    return out.mail()
        .send(MailWriter.write(letter, out.clock().instant()), from, delivery.address());
  }
}
