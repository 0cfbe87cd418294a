package kept.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.phone.PhoneCall;
import kept.phone.WaitedInLine;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.team.AgentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Booking a call through the real web edge, in a browser without cookies or scripts. It is 9:00 on
/// Tuesday morning, and the shop is open from 8 to 6.
class BookingEdgeTest {
  private static final String NUMBER = "+14155550118";
  private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"");

  private final TestKept kept = new TestKept();
  private final Promise promise =
      owed("Marcus Webb", NUMBER, kept.shop.priya, Duration.ofMinutes(58));
  private final String path = "/book/" + kept.rooms.bookings.mint(promise.id(), NUMBER);
  private final TestBrowser marcus = kept.stranger();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void offersThreeTimesAndAsksForNothingThatIsKnown() {
    var page = marcus.get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Sorry we missed you, Marcus.")
        .contains("When shall a person ring you?")
        .contains("Priya has you down for 9:58\u00a0am today.", "Keep that, or pick what suits.")
        .contains("In 15 minutes", "about 9:15 am, Priya")
        .contains("10:00 am today")
        .contains("8:15 am tomorrow")
        .contains("We’ll ring (415) 555-0118")
        .contains("closed")
        .doesNotContain("name=\"name\"", "name=\"number\"", "<script");
    assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
  }

  /// The page says what the text with its link said.
  @Test
  void saysWhatBecameOfTheirCall() {
    var line = new WaitedInLine(kept.rooms);

    assertThat(greets(line.missed("+14155550131"))).contains("Sorry we missed you.");
    assertThat(greets(line.hungUp("+14155550137"))).contains("Your place in line is kept.");
    assertThat(greets(line.closed("+14155550132"))).contains("Sorry we were closed.");
    assertThat(greets(line.voicemail("+14155550133"))).contains("Thanks for your message.");
    assertThat(greets(line.cutOff("+14155550134"))).contains("Sorry your call was cut off.");
    assertThat(greets(line.held("+14155550135")))
        .contains("Sorry we kept you on hold.")
        .doesNotContain("missed");
  }

  private String greets(PhoneCall call) {
    var owed = kept.rooms.promises.to(call.customer()).getFirst();
    return marcus
        .get("/book/" + kept.rooms.bookings.mint(owed.id(), call.number()))
        .body();
  }

  @Test
  void lookingChangesNothing() {
    marcus.get(path);
    marcus.get(path + "?day=2026-11-25");

    assertThat(now().dueAt()).isEqualTo(promise.dueAt());
    assertThat(kept.rooms.promises.newTimesOf(List.of(promise.id()))).isEmpty();
  }

  @Test
  void choosingMovesThePromiseAndEndsOnItsPage() {
    var slot = slots(marcus.get(path)).get(1);
    var answer = marcus.post(path, "slot", slot, "about", "The dishwasher leaves a puddle");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(TestBrowser.leadsTo(answer)).startsWith("/p/");
    assertThat(marcus.get(TestBrowser.leadsTo(answer)).body())
        .contains("by 10:00\u00a0am today", "and then we agreed this time");
    assertThat(now().dueAt()).isEqualTo(Instant.parse(slot));
    assertThat(now().brokenAt()).isNull();
    assertThat(kept.rooms.promises.newTimesOf(List.of(promise.id()))).hasSize(1);
    assertThat(kept.rooms.messages.in(promise.conversation(), 5).getLast().words())
        .isEqualTo("Ring me at 10:00 am. It’s about: The dishwasher leaves a puddle");
  }

  @Test
  void aSecondClickChangesNothing() {
    var slot = slots(marcus.get(path)).get(1);
    marcus.post(path, "slot", slot, "about", "");
    var again = marcus.post(path, "slot", slot, "about", "");

    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(kept.rooms.promises.newTimesOf(List.of(promise.id()))).hasSize(1);
    assertThat(kept.rooms.messages.in(promise.conversation(), 5)).hasSize(1);
  }

  @Test
  void aTimeThatHasGoneIsSaidAndTheOthersAreStillThere() {
    var slot = slots(marcus.get(path)).get(1);
    var at = Duration.between(kept.clock.instant(), Instant.parse(slot));
    owed("Rosa Delgado", "+14155550119", kept.shop.priya, at);
    owed("Luis Ortega", "+14155550120", kept.shop.edie, at);
    var answer = marcus.post(path, "slot", slot, "about", "A puddle");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("That time has just been taken. Pick another.", "A puddle")
        .doesNotContain(slot);
    assertThat(now().dueAt()).isEqualTo(promise.dueAt());
  }

  @Test
  void whoeverIsFreeRingsWhenTheKeeperIsNot() {
    var slot = slots(marcus.get(path)).get(1);
    var at = Duration.between(kept.clock.instant(), Instant.parse(slot));
    owed("Rosa Delgado", "+14155550119", kept.shop.priya, at);
    marcus.post(path, "slot", slot, "about", "");

    assertThat(now().keeper()).isNotEqualTo(kept.shop.priya);
    assertThat(now().dueAt()).isEqualTo(Instant.parse(slot));
  }

  @Test
  void ofTwoWhoWantTheLastPlaceOneGetsIt() throws Exception {
    var slot = slots(marcus.get(path)).get(1);
    var at = Duration.between(kept.clock.instant(), Instant.parse(slot));
    owed("Luis Ortega", "+14155550120", kept.shop.edie, at);
    var rosas = owed("Rosa Delgado", "+14155550119", kept.shop.priya, Duration.ofMinutes(70));
    var rosa = "/book/" + kept.rooms.bookings.mint(rosas.id(), "+14155550119");
    var statuses = new ArrayList<Integer>();
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = List.of(path, rosa).stream()
          .map(
              each -> both.submit(() -> kept.stranger().post(each, "slot", slot).statusCode()))
          .toList();
      for (var answer : answers) statuses.add(answer.get());
    }

    assertThat(statuses).containsExactlyInAnyOrder(303, 422);
  }

  @Test
  void noTimeIsRefusedAndNothingElseIsOne() {
    for (var slot : List.of(
        "", "soon", "2026-11-24T14:01:00Z", "2026-11-24T03:00:00Z", "2036-11-24T15:00:00Z")) {
      var answer = marcus.post(path, "slot", slot, "about", "");
      assertThat(answer.statusCode()).as(slot).isEqualTo(422);
    }
    assertThat(now().dueAt()).isEqualTo(promise.dueAt());
  }

  @Test
  void aCallThatWasMadeIsNotMoved() {
    var slot = slots(marcus.get(path)).get(1);
    kept.rooms.promises.keep(kept.shop.priya, promise.id());

    var look = marcus.get(path);
    var choice = marcus.post(path, "slot", slot, "about", "");

    assertThat(look.statusCode()).isEqualTo(410);
    assertThat(choice.statusCode()).isEqualTo(410);
    assertThat(look.body()).contains("We rang you already.", "hello@marlow.example.com");
  }

  @Test
  void anOldOrUnknownLinkOpensNothing() {
    assertThat(marcus.get("/book/nobodys-token").statusCode()).isEqualTo(404);
    kept.clock.advance(Duration.ofDays(7));

    var old = marcus.get(path);

    assertThat(old.statusCode()).isEqualTo(410);
    assertThat(old.body()).contains("This link has ended.", "works for 7 days");
  }

  @Test
  void aDayShowsItsTimes() {
    var wednesday = marcus.get(path + "?day=2026-11-25").body();
    var sunday = marcus.get(path + "?day=2026-11-29").body();

    assertThat(wednesday).contains("Wednesday, November 25", "8:00 am", "5:45 pm");
    assertThat(sunday).contains("No time is free on this day.");
    assertThat(marcus.get(path + "?day=yesterday").statusCode()).isEqualTo(200);
  }

  private Promise now() {
    return kept.rooms.promises.get(promise.id());
  }

  private Promise owed(String name, String number, AgentId keeper, Duration in) {
    var customer = kept.rooms.customers.recognise(new Approach(
        IdentityKind.PHONE, number, name, "by phone", VerificationLevel.RECOGNISED, false));
    Conversation matter =
        kept.rooms.conversations.open(null, customer.id(), "A call", Channel.CALL);
    return kept.rooms.promises.make(
        keeper,
        new Commitment(
            matter.id(),
            "Ring " + customer.firstName() + " back",
            Kind.CALLBACK,
            keeper,
            null,
            kept.clock.in(in),
            Channel.CALL));
  }

  private static List<String> slots(HttpResponse<String> page) {
    return SLOT.matcher(page.body()).results().map(match -> match.group(1)).toList();
  }
}
