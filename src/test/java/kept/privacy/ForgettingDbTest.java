package kept.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import kept.TestShop;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.conversations.Draft;
import kept.conversations.State;
import kept.conversations.Which;
import kept.customers.Customer;
import kept.customers.Fact;
import kept.customers.Forgetting;
import kept.email.MailRound;
import kept.phone.VoicemailRound;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two people left traces everywhere; one of them is forgotten.
class ForgettingDbTest {
  private static final String[] TABLES = {
    "attachment",
    "booking_link",
    "call",
    "confirmation",
    "conversation",
    "customer",
    "delivery",
    "fact",
    "front_door",
    "idempotency_key",
    "identity",
    "inbound_mail",
    "mail_thread",
    "message",
    "nuisance",
    "page_link",
    "pbx_call",
    "possession",
    "promise",
    "promise_proof",
    "recap",
    "ring_at",
    "text_in",
    "text_stop"
  };

  private final TestShop shop = new TestShop();
  private final Traces traces = new Traces(shop);
  private final Regular vera = new Regular(shop, "quxvera", "+14155550142");
  private final Regular luis = new Regular(shop, "zapluis", "+14155550177");

  ForgettingDbTest() {
    shop.rooms.tokens.create("a test", shop.dana);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void nothingOfThemIsLeftAnywhereAndAllOfTheOtherIs() {
    var gone = vera.comes();
    var stays = luis.comes();
    vera.joins(matterOf(stays));
    var others = traces.rows(luis.words());
    var othersFiles = traces.files(luis.words());
    assertThat(traces.rows(vera.words()).keySet()).contains(TABLES);
    assertThat(traces.files(vera.words())).hasSize(4);

    shop.rooms.forgetting.forget(shop.dana, gone.id());

    assertThat(traces.rows(vera.words())).isEmpty();
    assertThat(traces.files(vera.words())).isEmpty();
    assertThat(traces.rows(luis.words())).isEqualTo(others);
    assertThat(traces.files(luis.words())).isEqualTo(othersFiles);
  }

  @Test
  void whatTheShopCountsStays() {
    var gone = vera.comes();
    var before = counts(gone);
    assertThat(before.split(" ")).doesNotContain("0");

    shop.rooms.forgetting.forget(shop.dana, gone.id());

    assertThat(counts(gone)).isEqualTo(before);
    assertThat(shop.rooms.customers.get(gone.id()).name()).isEqualTo(Forgetting.NAME);
    assertThat(shop.rooms.conversations.get(matterOf(gone)).state())
        .isIn(State.LAPSED, State.CONFIRMED);
    assertThat(shop.rooms.events.about(gone.id().value()))
        .anyMatch(event ->
            event.kind().equals("customer_forgotten") && shop.dana.value().equals(event.actor()));
  }

  @Test
  void whoWritesAgainIsSomebodyNew() {
    var gone = vera.comes();
    var matter = matterOf(gone);
    shop.rooms.forgetting.forget(shop.dana, gone.id());

    new MailRound(shop).brings(vera.email(), """
        From: <%1$s@example.com>\r
        To: hello@marlow.example.com\r
        Message-ID: <two@example.com>\r
        In-Reply-To: <one-%1$s@example.com>\r
        Subject: Re: The cabinet\r
        \r
        Me again.\r
        """.formatted(vera.mark()));

    var met = shop.rooms.customers.search(vera.mark(), 9);
    assertThat(met).singleElement().isNotEqualTo(gone);
    assertThat(matterOf(met.getFirst())).isNotEqualTo(matter);
  }

  @Test
  void whomWeOweSomethingIsNotForgotten() {
    var tv = shop.crackedTv();
    var promise = shop.promise(tv, shop.priya, Duration.ofHours(2));
    var before = traces.rows("chuck", "crack");

    assertThatThrownBy(() -> shop.rooms.forgetting.forget(shop.dana, tv.customer()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("still owe");
    assertThat(traces.rows("chuck", "crack")).isEqualTo(before);

    shop.rooms.promises.release(shop.priya, promise.id(), "They let us off");
    shop.rooms.forgetting.forget(shop.dana, tv.customer());
    assertThat(traces.rows("chuck", "crack")).isEmpty();
  }

  @Test
  void whoIsOnThePhoneIsNotForgotten() {
    var call = new VoicemailRound(shop).rings("+14155550142");

    assertThatThrownBy(() -> shop.rooms.forgetting.forget(shop.dana, call.customer()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("on the phone");
  }

  @Test
  void nothingMoreIsWrittenAboutThem() {
    var tv = shop.crackedTv();
    var kept = shop.promise(tv, shop.priya, Duration.ofHours(2));
    shop.rooms.promises.keep(shop.priya, kept.id());
    shop.rooms.forgetting.forget(shop.dana, tv.customer());

    assertThatThrownBy(() -> shop.rooms.endings.prove(shop.priya, kept.id(), "Chuck saw it", null))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> shop.rooms.endings.undo(shop.priya, kept.id()))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () -> shop.rooms.messages.note(shop.priya, tv.id(), Draft.of("It was Chuck")))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () -> shop.rooms.customers.learn(shop.priya, tv.customer(), new Fact("Name", "Chuck")))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> shop.promise(tv, shop.priya, Duration.ofHours(2)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("forgotten");
    assertThatThrownBy(
            () -> shop.rooms.conversations.open(null, tv.customer(), "Chuck", Channel.EMAIL))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> shop.rooms.forgetting.forget(shop.dana, tv.customer()))
        .isInstanceOf(Refusal.class);
    assertThat(traces.rows("chuck")).isEmpty();
    assertThat(shop.rooms.customers.search("forgotten", 9)).isEmpty();
  }

  private ConversationId matterOf(Customer customer) {
    return shop.rooms
        .conversations
        .list(Which.of(customer.id()), null, 9)
        .getLast()
        .conversation()
        .id();
  }

  /// Conversations, contacts, messages, kept and released promises, calls and effort.
  private String counts(Customer customer) {
    return shop.database.read(tx -> tx.createQuery("""
            with theirs as (select id from conversation where customer = :id)
            select concat_ws(' ',
                   (select count(*) from theirs),
                   (select count(*) from contact where conversation in (select id from theirs)),
                   (select count(*) from message where conversation in (select id from theirs)),
                   (select count(*) from promise where customer = :id and state = 'kept'),
                   (select count(*) from promise where customer = :id and state = 'released'),
                   (select count(*) from call where customer = :id and ended_at is not null),
                   (select count(*) from confirmation where conversation in (select id from theirs)),
                   (select count(*) from effort where conversation in (select id from theirs)))
            """)
        .bindByType("id", customer.id().value(), UUID.class)
        .mapTo(String.class)
        .one());
  }
}
