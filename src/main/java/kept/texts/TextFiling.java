package kept.texts;

import java.util.Map;
import kept.conversations.Channel;
import kept.conversations.Contacts;
import kept.conversations.Conversation;
import kept.conversations.Conversations;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.conversations.Message;
import kept.conversations.MessageId;
import kept.conversations.Messages;
import kept.customers.Customer;
import kept.customers.Customers;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.Deliveries;
import kept.platform.Limit;
import kept.platform.PhoneNumbers;
import kept.team.Shop;
import org.jdbi.v3.core.Handle;

/// Puts a text that came where it belongs: with whoever has the number, on the matter that they
/// most likely mean. A picture is named and not fetched, since a stranger chose its address.
public final class TextFiling {
  private static final Limit WORDS = new Limit(4_000, "");
  /// The first words of a text are its matter until somebody knows better.
  private static final Limit MATTER = new Limit(60, "");
  /// Before what is no number of a phone, such as a short code.
  static final String EXTERNAL = "text:";

  private static final String NO_WORDS = "A text without words.";

  private final House house;
  private final TextStore store = new TextStore();

  /// What a text needs to know of the house.
  public record House(
      Shop shop,
      Customers customers,
      Conversations conversations,
      Contacts contacts,
      Messages messages,
      Deliveries deliveries) {}

  public TextFiling(House house) {
    this.house = house;
  }

  /// In the running transaction.
  MessageId file(Handle tx, TextStore.Raw raw) {
    var number = raw.number();
    var words = words(raw);
    var stop = StopWord.in(words);
    var customer = customer(number);
    var matter = matter(customer, words);
    var said =
        new Incoming(Channel.TEXT, raw.cameAt(), null, stop.isEmpty(), Draft.of(WORDS.cut(words)));
    var message = house.messages().receive(matter.id(), said);
    stop.ifPresent(word -> honour(tx, word, number, message));
    return message.id();
  }

  private void honour(Handle tx, StopWord word, String number, Message message) {
    switch (word) {
      case STOP -> store.stop(tx, number, message.at());
      case START -> store.start(tx, number);
      case HELP ->
        house
            .deliveries()
            .queue(Deliveries.TEXT, number, message.id().value(), Map.of("words", who()));
    }
  }

  /// "Marlow & Daughter. Ring us at (415) 555-0100. Text STOP for no more texts."
  private String who() {
    var business = house.shop().business();
    var ring = business.phone() == null ? "" : " Ring us at " + business.phone() + ".";
    return business.name() + "." + ring + " Text STOP for no more texts.";
  }

  private Customer customer(String number) {
    var isNumber = number.startsWith("+");
    return house
        .customers()
        .recognise(new Customers.Approach(
            isNumber ? IdentityKind.PHONE : IdentityKind.EXTERNAL,
            isNumber ? number : EXTERNAL + number,
            isNumber ? PhoneNumbers.words(number) : number,
            "by text",
            VerificationLevel.RECOGNISED,
            false));
  }

  private Conversation matter(Customer customer, String words) {
    return house
        .contacts()
        .likelyMatter(customer.id())
        .orElseGet(() -> house
            .conversations()
            .open(
                null,
                customer.id(),
                MATTER.cut(words.lines().findFirst().orElse("")),
                Channel.TEXT));
  }

  private static String words(TextStore.Raw raw) {
    var words = raw.field("Body").strip();
    var pictures = pictures(raw);
    if (pictures.isEmpty()) return words.isEmpty() ? NO_WORDS : words;
    return words.isEmpty() ? pictures : words + "\n\n" + pictures;
  }

  /// "Sent a picture, not fetched."
  private static String pictures(TextStore.Raw raw) {
    var count = raw.field("NumMedia");
    if (!count.matches("[1-9]\\d?")) return "";
    return count.equals("1")
        ? "Sent a picture, not fetched. Ask for it by mail."
        : "Sent " + count + " pictures, not fetched. Ask for them by mail.";
  }
}
