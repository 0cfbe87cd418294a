package kept.desk;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kept.conversations.Direction;
import kept.frontdoor.Moment;
import kept.phone.CallListing;
import kept.phone.CallListing.Filter;
import kept.phone.Carrier;
import kept.phone.PhoneCall;
import kept.phone.ShopLine;
import kept.platform.PhoneNumbers;

/// What the owner's first steps have in common: where each is, and whether somebody has called.
/// They can be taken again at any time, and show what is so already. Threads may share this object.
public record SetUpSteps(Frames frames, PhoneDoors doors, CallListing calls) {
  static final String BUSINESS = "/set-up";
  static final String YOU = BUSINESS + "/you";
  static final String REACHING = BUSINESS + "/reaching";
  static final String HEARING = BUSINESS + "/hearing";
  static final String CALLING = BUSINESS + "/calling";
  static final String WATCH = BUSINESS + "/watch";

  private static final List<String> PATHS = List.of(BUSINESS, YOU, REACHING, HEARING, CALLING);
  private static final Filter RINGS_HERE =
      new Filter(null, null, null, Direction.INBOUND, null, Carrier.LINE, null);

  HelloPage.Step step(Context request, int number, Map<String, String> errors) {
    return new HelloPage.Step(
        frames.assets(),
        Frames.mark(request),
        number,
        PATHS.get(number - 1),
        number == 1 ? null : PATHS.get(number - 2),
        errors);
  }

  /// The number that people dial first; none yet in most shops that are being set up.
  Optional<ShopLine> number() {
    return doors.lines().first();
  }

  /// How people reach the shop so far.
  FirstSteps.Reached reached() {
    var greeted = doors.frontDoors().list().stream()
        .anyMatch(door -> door.plan().greetings().at(Moment.OPEN) != null);
    return new FirstSteps.Reached(
        doors.people().shop().business().email(),
        number().map(ShopLine::words).orElse(null),
        greeted,
        lastCall().isPresent());
  }

  private Optional<PhoneCall> lastCall() {
    return calls.page(RINGS_HERE, null, 1).stream().findFirst();
  }

  /// What is known of calls here. `again` leads whoever has no scripts to another look.
  HelloPage.Watch watch(String again) {
    return lastCall()
        .map(call -> new HelloPage.Watch(words(call), "/c/" + call.conversation(), again))
        .orElse(new HelloPage.Watch("Nothing yet. This turns green by itself.", null, again));
  }

  private String words(PhoneCall call) {
    var from = call.number() == null
        ? "from a number that was withheld"
        : "from " + PhoneNumbers.words(call.number());
    var time = doors.people().shop().time();
    return "Last call: " + time.near(call.beganAt(), doors.people().clock().instant()) + ", " + from
        + ".";
  }
}
