package kept.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Channel;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.promises.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Booking a call with a name and a number, which prove nothing. It is 9:00 on Tuesday morning.
class BookingWithoutALinkEdgeTest {
  private static final String NUMBER = "+14155550118";
  private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"");

  private final TestKept kept = new TestKept();
  private final Promise promise = owed();
  private final TestBrowser stranger = kept.stranger();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void whoeverHasNoLinkGivesANameAndANumber() {
    var page = stranger.get("/book");
    var slot = slots(page).getFirst();
    var key = key(page);
    var answer = stranger.post(
        "/book",
        "slot",
        slot,
        "name",
        "Lena Ortiz",
        "number",
        "(415) 555-0155",
        "about",
        "A fridge",
        "key",
        key);
    stranger.post(
        "/book",
        "slot",
        slot,
        "name",
        "Lena Ortiz",
        "number",
        "(415) 555-0155",
        "about",
        "A fridge",
        "key",
        key);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("We’ll ring you at 9:15 am today.");
    var lena = kept.rooms.customers.search("Lena", 5).getFirst();
    assertThat(kept.rooms.promises.to(lena.id()))
        .singleElement()
        .satisfies(made -> assertThat(made.dueAt()).isEqualTo(Instant.parse(slot)))
        .satisfies(made -> assertThat(made.what()).isEqualTo("Ring Lena back"));
    assertThat(kept.rooms.customers.knowledgeOf(lena.id()).last(IdentityKind.PHONE))
        .hasValueSatisfying(
            phone -> assertThat(phone.level()).isEqualTo(VerificationLevel.RECOGNISED));
  }

  @Test
  void aNumberOfSomebodyElseTellsNothingOfThem() {
    var page = stranger.get("/book");
    var answer = stranger.post(
        "/book",
        "slot",
        slots(page).getFirst(),
        "name",
        "Eve",
        "number",
        NUMBER,
        "about",
        "",
        "key",
        key(page));

    assertThat(answer.body()).doesNotContain("Marcus", "/p/");
    assertThat(now().dueAt()).isEqualTo(promise.dueAt());
    assertThat(kept.rooms.customers.get(promise.customer()).name()).isEqualTo("Marcus Webb");
  }

  @Test
  void whatIsMissingIsSaidBesideItsField() {
    var page = stranger.get("/book");
    var answer = stranger.post(
        "/book",
        "slot",
        slots(page).getFirst(),
        "name",
        "",
        "number",
        "911",
        "about",
        "A fridge",
        "key",
        key(page));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Say what you’re called.", "Enter a number people can ring back", "A fridge");
  }

  @Test
  void nobodyBooksAllDayLong() {
    var page = stranger.get("/book");
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < 12; i++)
      statuses.add(stranger
          .post("/book", "slot", slots(page).getFirst(), "name", "", "number", "", "key", key(page))
          .statusCode());

    assertThat(statuses).contains(429);
  }

  private Promise now() {
    return kept.rooms.promises.get(promise.id());
  }

  /// A call to Marcus, whose number is known.
  private Promise owed() {
    var customer = kept.rooms.customers.recognise(new Approach(
        IdentityKind.PHONE,
        NUMBER,
        "Marcus Webb",
        "by phone",
        VerificationLevel.RECOGNISED,
        false));
    var matter = kept.rooms.conversations.open(null, customer.id(), "A call", Channel.CALL);
    var ring = new Commitment(
        matter.id(),
        "Ring Marcus back",
        Kind.CALLBACK,
        kept.shop.priya,
        null,
        kept.clock.in(Duration.ofMinutes(58)),
        Channel.CALL);
    return kept.rooms.promises.make(kept.shop.priya, ring);
  }

  private static List<String> slots(HttpResponse<String> page) {
    return SLOT.matcher(page.body()).results().map(match -> match.group(1)).toList();
  }

  private static String key(HttpResponse<String> page) {
    var matcher = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
