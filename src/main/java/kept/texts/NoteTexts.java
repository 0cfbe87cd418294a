package kept.texts;

import java.time.Instant;
import kept.conversations.ConversationId;
import kept.frontdoor.Bookings;
import kept.platform.Deliveries;
import kept.platform.Delivery;
import kept.platform.Sender;
import kept.promises.PromiseId;
import kept.recaps.PageLinks;
import org.jspecify.annotations.Nullable;

/// Sends Kept's own short texts: to a caller whom nobody could take, to one of the team whom an
/// alarm is for. `path` stands behind the words as a link; with `books` it is a fresh one that
/// picks another time for the call that is promised, with `page` a fresh one to the customer's
/// page.
final class NoteTexts implements Sender {
  private final TextWay way;
  private final Bookings bookings;
  private final PageLinks pages;

  NoteTexts(TextWay way, Bookings bookings, PageLinks pages) {
    this.way = way;
    this.bookings = bookings;
    this.pages = pages;
  }

  @Override
  public String kind() {
    return Deliveries.TEXT;
  }

  @Override
  public Outcome send(Delivery delivery) throws InterruptedException {
    var until = delivery.body().path("until").asString("");
    return way.send(delivery, () -> words(delivery), until.isEmpty() ? null : Instant.parse(until));
  }

  private String words(Delivery delivery) {
    var words = delivery.body().path("words").asString("");
    var path = path(delivery);
    return path == null ? words : words + " " + way.url() + path;
  }

  private @Nullable String path(Delivery delivery) {
    if (delivery.body().path("books").asBoolean(false))
      return "/book/" + bookings.mint(new PromiseId(delivery.about()), delivery.address());
    if (delivery.body().path("page").asBoolean(false))
      return "/p/" + pages.mintShort(new ConversationId(delivery.about()), delivery.address());
    var path = delivery.body().path("path").asString("");
    return path.isEmpty() ? null : path;
  }
}
