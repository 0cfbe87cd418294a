package kept.texts;

import kept.conversations.MessageId;
import kept.conversations.Messages;
import kept.platform.Delivery;
import kept.platform.Sender;
import kept.recaps.PageLinks;
import kept.recaps.Recaps;

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
        () -> recaps.in(message).isEmpty()
            ? message.words()
            : message.words() + " "
                + way.url() + "/p/"
                + links.mint(message.conversation(), delivery.address()),
        null);
  }
}
