package kept.email;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import kept.conversations.Attachment;
import kept.conversations.Conversation;
import kept.conversations.Conversations;
import kept.conversations.Message;
import kept.conversations.MessageId;
import kept.conversations.Messages;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.Delivery;
import kept.platform.Sender;
import kept.recaps.PageLinks;
import kept.recaps.Recaps;
import kept.team.Business;
import kept.team.Shop;
import kept.team.Team;

/// Sends our messages to customers by mail, threaded with theirs.
///
/// A message always leaves under the same Message-ID, so a repeat after a crash is recognised by
/// the receiving side. A recap carries a link of its own, made at this moment, since only its hash
/// is kept.
public final class Postman implements Sender {
  /// RFC 5322, section 3.6.4 wants the whole ancestry; programs are content with the last few.
  private static final int ANCESTRY = 12;

  private final Database database;
  private final House house;
  private final MailWay way;
  private final Supplier<String> deskUrl;
  private final InstantSource clock;
  private final InboundMailStore store = new InboundMailStore();

  /// What a letter is made of.
  public record House(
      Shop shop,
      Team team,
      Conversations conversations,
      Messages messages,
      Recaps recaps,
      PageLinks links,
      Blobs blobs) {}

  public Postman(
      Database database, House house, MailWay way, Supplier<String> deskUrl, InstantSource clock) {
    this.database = database;
    this.house = house;
    this.way = way;
    this.deskUrl = deskUrl;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Messages.BY_MAIL;
  }

  @Override
  public Outcome send(Delivery delivery) {
    var message = house.messages().get(new MessageId(delivery.about()));
    var conversation = house.conversations().get(message.conversation());
    var business = house.shop().business();
    var letter = letter(delivery.address(), message, conversation, business);
    remember(letter, message);
    return way.send(MailWriter.write(letter, clock.instant()), from(business), delivery.address());
  }

  private OutgoingMail letter(
      String to, Message message, Conversation conversation, Business business) {
    var ancestors = database.read(tx -> store.last(tx, conversation.id(), ANCESTRY)).stream()
        .filter(letter -> !message.id().equals(letter.message()))
        .toList();
    var subject = ancestors.isEmpty()
        ? conversation.matter()
        : answer(ancestors.getFirst().subject());
    return new OutgoingMail(
        new MailAddress(author(message, business), from(business)),
        new MailAddress("", to),
        new MailAddress("", ReplyAddress.of(from(business), conversation.addressToken())),
        subject,
        words(message, conversation, to),
        null,
        message.id() + "@" + domain(business),
        ancestors.isEmpty() ? null : ancestors.getFirst().messageId(),
        ancestors.reversed().stream().map(InboundMailStore.Threaded::messageId).toList(),
        Map.of(),
        false,
        files(message));
  }

  private String words(Message message, Conversation conversation, String to) {
    if (house.recaps().in(message).isEmpty()) return message.words();
    var url = deskUrl.get() + "/p/" + house.links().mint(conversation.id(), to);
    return message.words() + "\n\nAll of it in one place, or tell us if it’s wrong:\n" + url + "\n";
  }

  private List<OutgoingMail.File> files(Message message) {
    var files = new ArrayList<OutgoingMail.File>();
    for (Attachment file : house.messages().attachmentsOf(List.of(message.id()))) {
      files.add(new OutgoingMail.File(file.name(), file.type(), house.blobs().read(file.blob())));
    }
    return files;
  }

  private void remember(OutgoingMail letter, Message message) {
    var threaded = new InboundMailStore.Threaded(
        letter.messageId(), message.conversation(), message.id(), letter.subject());
    database.useTransaction(tx -> store.thread(tx, threaded, message.at()));
  }

  private String author(Message message, Business business) {
    if (message.author() == null) return business.name();
    return house.team().get(message.author()).firstName() + " at " + business.name();
  }

  static String from(Business business) {
    return business.email() == null ? "desk@localhost" : business.email();
  }

  static String domain(Business business) {
    var from = from(business);
    return from.substring(from.lastIndexOf('@') + 1);
  }

  private static String answer(String subject) {
    return subject.toLowerCase(Locale.ROOT).startsWith("re:") ? subject : "Re: " + subject;
  }
}
