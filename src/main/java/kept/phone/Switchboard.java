package kept.phone;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import kept.customers.Customers;
import kept.customers.VerificationLevel;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.Greetings;
import kept.frontdoor.Nuisances;
import kept.frontdoor.Plan;
import kept.frontdoor.Screening;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.LineHandler;
import kept.line.Target;
import kept.line.rtp.Sound;
import kept.platform.Blobs;
import kept.team.Presence;
import kept.team.Shop;
import kept.team.Team;

/// What the shop does with its line: which call is conducted how, and what conducts need of
/// the house. Threads may share this object.
public final class Switchboard implements LineHandler {
  private final Calls calls;
  private final House house;
  private final Tapes tapes;
  private final Sounds sounds;
  private final Conducts conducts = new Conducts();
  private final WaitingLine waiting = new WaitingLine();
  private final Reach reach;
  private final Arrivals arrivals;

  /// What the switchboard needs to know of the house.
  public record House(
      Shop shop,
      Team team,
      Presence presence,
      Customers customers,
      FrontDoors doors,
      Nuisances nuisances,
      ShopLines lines,
      Phones phones,
      CallLegs legs,
      HelpCalls helpCalls,
      Blobs blobs,
      InstantSource clock) {}

  public Switchboard(Calls calls, House house, Path recordings) {
    this.calls = calls;
    this.house = house;
    tapes = new Tapes(recordings);
    sounds = new Sounds(house.blobs());
    reach = new Reach(house, conducts::busy);
    arrivals = new Arrivals(this);
  }

  @Override
  public boolean admit(Call call) {
    var invitation = call.invitation();
    if (invitation == null || !reach.isOpen()) return false;
    var conduct = arrivals.conductOf(call, invitation);
    conduct.ifPresent(admitted -> conducts.put(call, admitted));
    return conduct.isPresent();
  }

  @Override
  public void arrived(Call call) {
    conducts.arrived(call);
  }

  @Override
  public void happened(Call call, CallEvent event) {
    conducts.happened(call, event);
  }

  @Override
  public List<Target> route(Call call, Leg by, String number) {
    return arrivals.route(call, by, number);
  }

  /// The line takes it, since something of ours is to be heard.
  void answer(Call call, PhoneCall kept) {
    call.answer();
    calls.answered(kept.id());
  }

  void over(Call call) {
    conducts.over(call);
    waiting.oneIsFree();
  }

  boolean isOpen() {
    return house.shop().hours().isOpen(moment());
  }

  /// What a caller of this plan hears of the shop's own now.
  List<Sound> hello(Plan plan) {
    var greetings = plan.greetings();
    return greetings.equals(Greetings.NONE) ? List.of() : sounds.hello(greetings, today());
  }

  LocalDate today() {
    return house.shop().time().day(moment());
  }

  boolean isHoliday() {
    var today = today();
    return house.shop().hours().nameOf(today).isPresent();
  }

  /// Whoever is on the list gets no and no promise, unless they have a number that we asked for
  /// help.
  boolean isNuisance(PhoneCall call) {
    return call.number() != null
        && house.nuisances().contains(call.number())
        && !house.helpCalls().isExpected(moment());
  }

  boolean isScreened(Screening screening, PhoneCall call) {
    var screened = switch (screening) {
      case NONE -> false;
      case WITHHELD -> call.number() == null;
      case UNKNOWN ->
        call.sureness() == VerificationLevel.UNKNOWN || calls.callers().isFirst(call);
    };
    return screened && !house.helpCalls().isExpected(moment());
  }

  /// What a mobile says before it asks for a 1.
  String announced(PhoneCall call) {
    var who = call.number() == null
        ? "A withheld number"
        : house.customers().get(call.customer()).name();
    return who + " is ringing " + house.shop().business().name() + ".";
  }

  Instant moment() {
    return house.clock().instant();
  }

  House house() {
    return house;
  }

  Conducts conducts() {
    return conducts;
  }

  Calls calls() {
    return calls;
  }

  CallFacts facts() {
    return calls.facts();
  }

  HelpCalls helpCalls() {
    return house.helpCalls();
  }

  CallLegs legs() {
    return house.legs();
  }

  Reach reach() {
    return reach;
  }

  WaitingLine waiting() {
    return waiting;
  }

  Sounds sounds() {
    return sounds;
  }

  Tapes tapes() {
    return tapes;
  }
}
