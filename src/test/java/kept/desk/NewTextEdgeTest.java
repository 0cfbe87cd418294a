package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.customers.Customer;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.texts.TwilioPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Writing to somebody first by text, through the real web edge and a provider on this machine.
class NewTextEdgeTest {
  private static final String ROSA = "+14155550119";

  private final TwilioPeer twilio = new TwilioPeer();
  private final TestKept kept = new TestKept();
  private final TestBrowser priya = kept.as(kept.shop.priya);

  @AfterEach
  void close() {
    kept.close();
    twilio.close();
  }

  @Test
  void whoeverHasAMobileAndNoMailGetsAText() throws Exception {
    textsAreSetUp();
    var rosa = known("Rosa Delgado");
    assertThat(priya.get("/c/new?to=" + rosa.id()).body())
        .contains("value=\"text\" checked", "Whoever has no mail address gets a text.");

    var sent = write("to", "Rosa", "by", "email");

    assertThat(twilio.next()).containsEntry("To", ROSA).containsEntry("Body", "It's in.");
    var matter = matter(sent);
    assertThat(kept.rooms.conversations.get(matter).customer()).isEqualTo(rosa.id());
    assertThat(kept.rooms.messages.in(matter, 5))
        .extracting(message -> message.channel())
        .containsExactly(Channel.TEXT);
    assertThat(priya.get("/c/" + matter).body()).contains("It’s in.");
  }

  @Test
  void whoeverHasBothGetsATextWhenItIsChosen() throws Exception {
    textsAreSetUp();
    var rosa = known("Rosa Delgado");
    hasMail(rosa);

    assertThat(priya.get("/c/new?to=" + rosa.id()).body()).contains("value=\"email\" checked");
    write("to", "Rosa", "by", "text");
    assertThat(twilio.next()).containsEntry("To", ROSA);
    var mail = matter(write("to", "Rosa", "by", "email"));
    assertThat(kept.rooms.messages.in(mail, 5).getLast().channel()).isEqualTo(Channel.EMAIL);
  }

  @Test
  void aNumberThatNobodyHasIsSomebodyNew() throws Exception {
    textsAreSetUp();
    var matter = matter(write("to", "(415) 555-0121", "by", "text"));

    assertThat(twilio.next()).containsEntry("To", "+14155550121");
    var customer = kept.rooms.conversations.get(matter).customer();
    assertThat(kept.rooms.customers.knowledgeOf(customer).identities())
        .extracting(identity -> identity.value())
        .containsExactly("+14155550121");
  }

  @Test
  void whatIsTooLongForATextStaysAsItWasTyped() {
    textsAreSetUp();
    known("Rosa Delgado");

    var refused = priya.post(
        "/c", "to", "Rosa", "matter", "Your quote", "by", "text", "words", "word ".repeat(200));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("That is 7 parts, and a text has at most 6.", "value=\"text\" checked");
    assertThat(twilio.asked()).isZero();
  }

  @Test
  void partsAreCountedWhileItIsWritten() {
    var counts = kept.as(kept.shop.priya).header("HX-Request", "true");

    assertThat(
            counts.post("/c/new/parts", "by", "text", "words", "a".repeat(161)).body())
        .contains("2 parts as a text, room for 145 more letters");
    assertThat(
            counts.post("/c/new/parts", "by", "email", "words", "a".repeat(161)).body())
        .doesNotContain("parts as");
  }

  @Test
  void aTextToAnAddressIsRefusedInASentence() {
    textsAreSetUp();

    assertThat(write("to", "rosa@example.com", "by", "text").body())
        .contains("A text goes to a number.");
  }

  @Test
  void withoutTextsThereIsNothingToChoose() {
    assertThat(priya.get("/c/new").body()).doesNotContain("name=\"by\"");
  }

  private void textsAreSetUp() {
    kept.rooms.shopTexts.set(kept.shop.dana, twilio.account(), TwilioPeer.TOKEN);
  }

  private HttpResponse<String> write(String... fields) {
    var all = new String[fields.length + 4];
    System.arraycopy(fields, 0, all, 0, fields.length);
    all[fields.length] = "matter";
    all[fields.length + 1] = "Your quote";
    all[fields.length + 2] = "words";
    all[fields.length + 3] = "It’s in.";
    return priya.post("/c", all);
  }

  private static ConversationId matter(HttpResponse<String> sent) {
    assertThat(sent.statusCode()).isEqualTo(303);
    return ConversationId.parse(TestBrowser.leadsTo(sent).substring("/c/".length()));
  }

  private Customer known(String name) {
    return kept.rooms.customers.recognise(new Approach(
        IdentityKind.PHONE, ROSA, name, "by phone", VerificationLevel.RECOGNISED, false));
  }

  private void hasMail(Customer customer) {
    kept.rooms.customers.addIdentity(
        kept.shop.dana,
        customer.id(),
        new Approach(
            IdentityKind.EMAIL,
            "rosa@example.com",
            null,
            "told us",
            VerificationLevel.UNKNOWN,
            false));
  }
}
