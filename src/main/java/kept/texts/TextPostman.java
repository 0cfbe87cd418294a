package kept.texts;

import kept.conversations.Message;
import kept.conversations.MessageId;
import kept.conversations.Messages;
import kept.platform.Delivery;
import kept.platform.Sender;
import kept.recaps.PageLinks;
import kept.recaps.Recaps;
import kept.recaps.Recaps.Recap;

/// Sends our messages to customers by text. A recap carries a link of its own, made at this moment,
/// since only its hash is kept.
final class TextPostman implements Sender {
  private final TextWay way;
  private final Messages messages;
  private final Recaps recaps;
  private final PageLinks links;

  TextPostman(TextWay way, Messages messages, Recaps recaps, PageLinks links) {
    this.way = way;
    this.messages = messages;
    this.recaps = recaps;
    this.links = links;
  }

  @Override
  public String kind() {
    return Messages.BY_TEXT;
  }

  @Override
  public Outcome send(Delivery delivery) throws InterruptedException {
    var message = messages.get(new MessageId(delivery.about()));
    return way.send(
        delivery,
        () -> recaps
            .in(message)
            .map(recap -> linked(message, recap, delivery))
            .orElse(message.words()),
        null);
  }

  private String linked(Message message, Recap recap, Delivery delivery) {
    var page = way.url() + "/p/" + links.mintShort(message.conversation(), delivery.address());
    var leads = recap.asks() ? " " : " Details, or tell us if it's wrong: ";
    return message.words() + leads + page;
  }
}
