package kept.texts;

import java.time.InstantSource;
import java.util.function.Supplier;
import kept.conversations.Messages;
import kept.frontdoor.Bookings;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.recaps.PageLinks;
import kept.recaps.Recaps;

/// All that sends texts, over the one provider. Threads may share this object.
public final class TextSenders implements AutoCloseable {
  private final TwilioTexts provider = new TwilioTexts();
  private final TextPostman messages;
  private final NoteTexts notes;

  /// What texts are made of.
  public record House(
      ShopTexts accounts, Messages messages, Recaps recaps, PageLinks links, Bookings bookings) {}

  /// @param url where the desk is reached: links begin with it
  public TextSenders(Database database, House house, Supplier<String> url, InstantSource clock) {
    var way = new TextWay(database, house.accounts(), provider, url, clock);
    messages = new TextPostman(way, house.messages(), house.recaps(), house.links());
    notes = new NoteTexts(way, house.bookings(), house.links());
  }

  public void wire(Deliveries deliveries) {
    deliveries.wire(messages);
    deliveries.wire(notes);
  }

  @Override
  public void close() {
    provider.close();
  }
}
