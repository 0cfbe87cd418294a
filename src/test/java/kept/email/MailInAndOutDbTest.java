package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kept.TestShop;
import kept.conversations.Conversation;
import kept.conversations.Draft;
import kept.conversations.Message;
import kept.conversations.State;
import kept.conversations.Which;
import kept.platform.DeliveryState;
import kept.platform.Sender.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailInAndOutDbTest {
  private final TestShop shop = new TestShop();
  private final List<IncomingMail> sent = new ArrayList<>();
  private final Inbox inbox =
      new Inbox(shop.database, shop.rooms.blobs, shop.rooms.shop, shop.clock);
  private final Mailroom mailroom = new Mailroom(
      shop.database,
      shop.rooms.blobs,
      new Filing(
          shop.database,
          shop.rooms.blobs,
          new Filing.House(
              shop.rooms.shop,
              shop.rooms.customers,
              shop.rooms.conversations,
              shop.rooms.messages,
              shop.rooms.deliveries)),
      shop.clock);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aLetterBecomesAPersonAConversationAndAMessage() throws IOException {
    arrives(letter("<one@example.com>", "", "It came cracked."));

    var row = only();
    assertThat(row.customerName()).isEqualTo("Chuck Alvarez");
    assertThat(row.conversation().matter()).isEqualTo("Cracked TV");
    assertThat(row.conversation().waitingSince()).isEqualTo(shop.clock.instant());
    assertThat(messages(row.conversation()))
        .extracting(Message::words)
        .containsExactly("It came cracked.");
  }

  /// RFC 5321, section 4.5.1.
  @Test
  void thePostmasterIsReachedWithoutADomain() {
    assertThat(inbox.accepts("Postmaster")).isTrue();
    assertThat(inbox.accepts("postmaster@marlow.example.com")).isTrue();
    assertThat(inbox.accepts("postmaster@elsewhere.example")).isFalse();
    assertThat(inbox.accepts("dana")).isFalse();
  }

  @Test
  void theSameBytesAreOneLetter() throws IOException {
    arrives(letter("<one@example.com>", "", "It came cracked."));
    arrives(letter("<one@example.com>", "", "It came cracked."));

    assertThat(messages(only().conversation())).hasSize(1);
  }

  /// As when a disk was swapped, or the folder of files comes a minute late.
  @Test
  void aLetterWhoseBytesAreGoneHoldsUpNoOtherAndIsReadOnceTheyAreBack() throws IOException {
    accepted(letter("<one@example.com>", "", "It came cracked."), "hello@marlow.example.com");
    var bytes = onlyFile();
    var elsewhere = Files.move(bytes, shop.folder.resolve("elsewhere"));

    arrives(letter("<two@example.com>", "", "Are you there?"));
    assertThat(messages(only().conversation()))
        .extracting(Message::words)
        .containsExactly("Are you there?");

    Files.move(elsewhere, bytes);
    mailroom.readAll();
    assertThat(shop.rooms.conversations.list(new Which(null, null, null, null), null, 10))
        .hasSize(2);
  }

  @Test
  void anAnswerJoinsItsThread() throws IOException {
    arrives(letter("<one@example.com>", "", "It came cracked."));
    var ours = reply(only().conversation(), "We'll swap it by five.");

    arrives(letter(
        "<two@example.com>",
        "In-Reply-To: <" + ours.headers().messageId() + ">\r\n",
        "Thank you!"));

    assertThat(messages(only().conversation())).hasSize(3);
  }

  @Test
  void anAnswerWithoutReferencesJoinsByTheAddressItWasSentTo() throws IOException {
    arrives(letter("<one@example.com>", "", "It came cracked."));
    var ours = reply(only().conversation(), "We'll swap it by five.");

    arrives(
        letter("<two@example.com>", "", "Thank you!"),
        ours.headers().replyTo().getFirst().address());

    assertThat(messages(only().conversation())).hasSize(3);
  }

  @Test
  void whatWeSendThreadsInTheirProgram() throws IOException {
    arrives(letter("<one@example.com>", "", "It came cracked."));

    var ours = reply(only().conversation(), "We'll swap it by five.");

    assertThat(ours.headers().inReplyTo()).containsExactly("one@example.com");
    assertThat(ours.headers().references()).containsExactly("one@example.com");
    assertThat(ours.headers().subject()).isEqualTo("Re: Cracked TV");
    assertThat(ours.automatic()).isEqualTo(Automatic.PERSON);
  }

  @Test
  void aRecapCarriesALinkOfItsOwn() throws IOException {
    arrives(letter("<one@example.com>", "", "It came cracked."));
    var conversation = only().conversation();

    shop.rooms.recaps.send(shop.priya, conversation.id(), "The 42-inch came cracked.");
    deliver();

    var url =
        sent.getLast().words().replaceAll("(?s).*(http://desk\\.example\\.com/p/\\S+).*", "$1");
    var token = url.substring(url.lastIndexOf('/') + 1);
    assertThat(shop.rooms.pageLinks.find(token))
        .get()
        .extracting(link -> link.conversation())
        .isEqualTo(conversation.id());
  }

  @Test
  void aBounceIsWrittenOnWhatItIsAbout() throws IOException {
    arrives(letter("<one@example.com>", "", "It came cracked."));
    var conversation = only().conversation();
    var ours = reply(conversation, "We'll swap it by five.");

    arrives(bounce(ours.headers().messageId()));

    var message = messages(conversation).getLast();
    var states = shop.rooms.deliveries.statesAbout(List.of(message.id().value()));
    var state = Objects.requireNonNull(states.get(message.id().value()));
    assertThat(state.stage()).isEqualTo(DeliveryState.Stage.BOUNCED);
    assertThat(state.serverWords()).contains("no such user");
    assertThat(messages(conversation)).hasSize(2);
  }

  @Test
  void aMachineReopensNothing() throws IOException {
    arrives(letter("<one@example.com>", "", "It came cracked."));
    var ours = reply(only().conversation(), "All done. Is it sorted?");
    shop.rooms.resolution.confirm(only().conversation().id());

    arrives(letter(
        "<two@example.com>",
        "Auto-Submitted: auto-replied\r\nIn-Reply-To: <" + ours.headers().messageId() + ">\r\n",
        "I'm on holiday."));

    assertThat(only().conversation().state()).isEqualTo(State.CONFIRMED);
    assertThat(only().conversation().waitingSince()).isNull();
  }

  @Test
  void takesOnlyItsOwnDomainOnceAnAddressIsSet() {
    assertThat(inbox.accepts("anyone@marlow.example.com")).isTrue();
    assertThat(inbox.accepts("hello+abc@MARLOW.example.com")).isTrue();
    assertThat(inbox.accepts("victim@example.org")).isFalse();
  }

  private void arrives(String raw) throws IOException {
    arrives(raw, "hello@marlow.example.com");
  }

  private void arrives(String raw, String recipient) throws IOException {
    accepted(raw, recipient);
    mailroom.readAll();
  }

  private void accepted(String raw, String recipient) throws IOException {
    var envelope = new Envelope(
        "chuck@example.com", List.of(recipient), "127.0.0.1", "test", false, shop.clock.instant());
    inbox.take(envelope, new ByteArrayInputStream(raw.getBytes(UTF_8)));
  }

  private Path onlyFile() throws IOException {
    try (var files = Files.walk(shop.folder.resolve("files"))) {
      var named =
          files.filter(file -> file.getFileName().toString().length() == 64).toList();
      assertThat(named).hasSize(1);
      return named.getFirst();
    }
  }

  private IncomingMail reply(Conversation conversation, String words) {
    shop.rooms.messages.write(shop.priya, conversation.id(), Draft.of(words));
    deliver();
    return sent.getLast();
  }

  /// Sends what is queued, by a way that keeps it for us to read.
  private void deliver() {
    var way = (MailWay) (raw, from, to) -> {
      sent.add(MailReader.read(raw));
      return new Outcome.Sent("250 kept");
    };
    var house = new Postman.House(
        shop.rooms.shop,
        shop.rooms.team,
        shop.rooms.conversations,
        shop.rooms.messages,
        shop.rooms.recaps,
        shop.rooms.pageLinks,
        shop.rooms.blobs);
    shop.rooms.deliveries.wire(
        new Postman(shop.database, house, way, () -> "http://desk.example.com", shop.clock));
    shop.rooms.deliveries.sendWhatIsDue();
  }

  private kept.conversations.Row only() {
    var rows = shop.rooms.conversations.list(new Which(null, null, null, null), null, 10);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private List<Message> messages(Conversation conversation) {
    return shop.rooms.messages.in(conversation.id(), 50);
  }

  private static String letter(String id, String headers, String words) {
    return "From: Chuck Alvarez <chuck@example.com>\r\nTo: hello@marlow.example.com\r\nSubject: Cracked TV\r\n"
        + "Message-ID: " + id + "\r\n" + headers + "\r\n" + words + "\r\n";
  }

  private static String bounce(String original) {
    return "From: MAILER-DAEMON@example.com\r\nTo: hello@marlow.example.com\r\nSubject: Undelivered\r\n"
        + "Message-ID: <bounce@example.com>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        + "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n"
        + "Final-Recipient: rfc822; chuck@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        + "Diagnostic-Code: smtp; 550 no such user\r\n\r\n"
        + "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <" + original
        + ">\r\n\r\n--b--\r\n";
  }
}
