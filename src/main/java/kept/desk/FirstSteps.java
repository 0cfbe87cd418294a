package kept.desk;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is left to do in a shop that has not promised anything yet: what was skipped while it was
/// set up, and then the work itself. Pure.
///
/// @param mayChange whether whoever looks may set the shop up
record FirstSteps(boolean mayChange, Reached reached, boolean hasColleagues, boolean hasHeard) {

  /// How people reach the shop so far.
  ///
  /// @param greeted whether it says hello in words of its own
  /// @param called whether a call has come in
  record Reached(
      @Nullable String mailAddress, @Nullable String number, boolean greeted, boolean called) {}

  List<TodayPage.Step> steps() {
    var work = Stream.of(
        new TodayPage.Step(firstLetter(), "/c", hasHeard),
        new TodayPage.Step("Make your first promise", "/promises#add", false));
    return mayChange ? Stream.concat(setUp(), work).toList() : work.toList();
  }

  private Stream<TodayPage.Step> setUp() {
    var address = new TodayPage.Step(
        "Say at which address people write to you",
        SetUpSteps.REACHING,
        reached.mailAddress != null);
    var number =
        new TodayPage.Step("Have a number ring here", SetUpSteps.REACHING, reached.number != null);
    var greeting = new TodayPage.Step("Say what callers hear", SetUpSteps.HEARING, reached.greeted);
    var team = new TodayPage.Step("Invite whoever works with you", "/settings/team", hasColleagues);
    if (reached.number == null) return Stream.of(address, number, greeting, team);
    var call = new TodayPage.Step(
        "Call " + reached.number + " yourself", SetUpSteps.CALLING, reached.called);
    return Stream.of(address, number, greeting, call, team);
  }

  private String firstLetter() {
    if (reached.mailAddress == null) return "Write to the shop yourself, as a customer would";
    return "Write to " + reached.mailAddress + " yourself, as a customer would";
  }
}
