package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.Conversations;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.conversations.MessageId;
import kept.conversations.Messages;
import kept.customers.Customer;
import kept.customers.Customers;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.team.Shop;
import org.jspecify.annotations.Nullable;

/// Where a letter belongs: whose it is, in which conversation, and what is new in it.
///
/// It is threaded by the ids that it answers (RFC 5322, section 3.6.4), then by the token in the
/// address that it was sent to, else it opens a conversation. Works in the running transaction.
public final class Filing {
  private static final String UNKNOWN_SENDER = "unknown@invalid";

  private final Database database;
  private final Blobs blobs;
  private final House house;
  private final InboundMailStore store = new InboundMailStore();

  /// The doors that a letter goes through.
  public record House(
      Shop shop,
      Customers customers,
      Conversations conversations,
      Messages messages,
      Deliveries deliveries) {}

  public Filing(Database database, Blobs blobs, House house) {
    this.database = database;
    this.blobs = blobs;
    this.house = house;
  }

  /// Files a letter and gives the message that it became; none when it only reports on one of ours.
  Optional<MessageId> file(InboundMail mail, byte[] raw) {
    var letter = MailReader.read(raw, mail.sender());
    if (letter.automatic() == Automatic.BOUNCE && isAboutOurs(letter)) return Optional.empty();
    return Optional.of(receive(mail, letter));
  }

  /// A letter that broke the reading: its original is the only file, under words that say so.
  MessageId fileUnread(InboundMail mail, byte[] raw) {
    var customer = customer(mail.sender(), "");
    var conversation = house
        .conversations()
        .open(null, customer.id(), "A letter that can’t be read", Channel.EMAIL);
    var original = new Draft.NewFile(mail.blob(), "letter.eml", "message/rfc822", null, raw.length);
    var draft = new Draft(MailReader.UNREADABLE, null, null, List.of(original));
    return house
        .messages()
        .receive(conversation.id(), incoming(mail.receivedAt(), null, true, draft))
        .id();
  }

  private MessageId receive(InboundMail mail, IncomingMail letter) {
    var headers = letter.headers();
    var from = headers.from();
    var address = from == null || from.address().isBlank() ? mail.sender() : from.address();
    var sender = customer(address, from == null ? "" : from.name());
    var person = letter.automatic() == Automatic.PERSON && !isFromUs(address);
    var conversation = thread(mail, headers)
        .orElseGet(
            () -> house.conversations().open(null, sender.id(), headers.subject(), Channel.EMAIL));
    var stranger = conversation.customer().equals(sender.id()) ? null : named(from, address);
    var incoming = incoming(mail.receivedAt(), stranger, person, draft(letter));
    var message = house.messages().receive(conversation.id(), incoming);
    var threaded = new InboundMailStore.Threaded(
        headers.messageId(), conversation.id(), message.id(), headers.subject());
    database.useTransaction(tx -> store.thread(tx, threaded, mail.receivedAt()));
    return message.id();
  }

  private Optional<Conversation> thread(InboundMail mail, MailHeaders headers) {
    var answered = Stream.concat(headers.inReplyTo().stream(), headers.references().stream())
        .distinct()
        .toList();
    return database
        .read(tx -> store.named(tx, answered))
        .flatMap(letter -> house.conversations().find(letter.conversation()))
        .or(() -> mail.recipients().stream()
            .flatMap(to -> ReplyAddress.token(to).stream())
            .flatMap(token -> house.conversations().withAddressToken(token).stream())
            .findFirst());
  }

  private Draft draft(IncomingMail letter) {
    var text = QuotedText.split(letter.words());
    var files = new ArrayList<Draft.NewFile>();
    for (var file : letter.attachments()) {
      var hash = blobs.store(file.bytes());
      files.add(new Draft.NewFile(
          hash, file.name(), file.contentType(), file.contentId(), file.bytes().length));
    }
    var words = text.fresh().isBlank() ? letter.words() : text.fresh();
    var quoted = text.fresh().isBlank() || text.quoted().isBlank() ? null : text.quoted();
    return new Draft(words, quoted, safe(letter.html()), files);
  }

  /// Pictures of its own become `cid/…`, which the page that shows the letter finds among its
  /// files.
  private static @Nullable String safe(@Nullable String html) {
    if (html == null) return null;
    return SafeHtml.clean(html, id -> "cid/" + URLEncoder.encode(id, UTF_8)).html();
  }

  private Customer customer(String address, String name) {
    var value = address.isBlank() ? UNKNOWN_SENDER : address;
    var approach = new Customers.Approach(
        IdentityKind.EMAIL, value, name, "wrote to us from it", VerificationLevel.UNKNOWN, false);
    return house.customers().recognise(approach);
  }

  private boolean isFromUs(String address) {
    return house
        .shop()
        .find()
        .map(business -> address.equalsIgnoreCase(business.email()))
        .orElse(false);
  }

  /// One of our own came back: its delivery says so, in the far server's words.
  private boolean isAboutOurs(IncomingMail letter) {
    var report = letter.report();
    if (report == null || report.originalMessageId() == null) return false;
    var ours = database.read(tx -> store.named(tx, List.of(report.originalMessageId())));
    var message = ours.map(InboundMailStore.Threaded::message).orElse(null);
    if (message == null) return false;
    report.recipients().stream()
        .filter(DeliveryReport.Recipient::isPermanent)
        .findFirst()
        .ifPresent(failed -> house.deliveries().bounced(message.value(), words(failed)));
    return true;
  }

  private static String words(DeliveryReport.Recipient failed) {
    var told = failed.diagnostic() == null ? "it gave no reason" : failed.diagnostic();
    return failed.address() + ": " + told;
  }

  private static String named(@Nullable MailAddress from, String address) {
    return from == null || from.name().isBlank() ? address : from.name() + " <" + address + ">";
  }

  private static Incoming incoming(
      Instant at, @Nullable String sender, boolean person, Draft draft) {
    return new Incoming(Channel.EMAIL, at, sender, person, draft);
  }
}
