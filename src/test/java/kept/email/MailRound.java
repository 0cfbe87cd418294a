package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import kept.TestShop;

/// Brings letters into a shop in which nothing runs: stored as they came, then read.
public final class MailRound {
  private final TestShop shop;
  private final Inbox inbox;
  private final Mailroom mailroom;

  public MailRound(TestShop shop) {
    this.shop = shop;
    var rooms = shop.rooms;
    inbox = new Inbox(shop.database, rooms.blobs, rooms.shop, shop.clock);
    var house = new Filing.House(
        rooms.shop, rooms.customers, rooms.conversations, rooms.messages, rooms.deliveries);
    mailroom = new Mailroom(
        shop.database, rooms.blobs, new Filing(shop.database, rooms.blobs, house), shop.clock);
  }

  public void brings(String sender, String raw) {
    try {
      var to = List.of(String.valueOf(shop.rooms.shop.business().email()));
      var now = shop.clock.instant();
      var envelope = new Envelope(sender, to, "127.0.0.1", "client.example", false, now);
      inbox.take(envelope, new ByteArrayInputStream(raw.getBytes(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    mailroom.readAll();
  }
}
