package kept.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kept.customers.Customers;
import kept.customers.VerificationLevel;
import kept.frontdoor.FrontDoors;
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
import kept.team.AgentId;
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
  private final Map<String, Conduct> conducts = new ConcurrentHashMap<>();
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
    reach = new Reach(house, this::busy);
    arrivals = new Arrivals(this);
  }

  @Override
  public boolean admit(Call call) {
    var invitation = call.invitation();
    if (invitation == null || !reach.isOpen()) return false;
    var conduct = arrivals.conductOf(call, invitation);
    conduct.ifPresent(admitted -> conducts.put(call.id(), admitted));
    return conduct.isPresent();
  }

  @Override
  public void arrived(Call call) {
    conduct(call).ifPresent(Conduct::begin);
  }

  @Override
  public void happened(Call call, CallEvent event) {
    conduct(call).ifPresent(conduct -> conduct.happened(event));
  }

  @Override
  public List<Target> route(Call call, Leg by, String number) {
    return arrivals.route(call, by, number);
  }

  private Optional<Conduct> conduct(Call call) {
    return Optional.ofNullable(conducts.get(call.id()));
  }

  /// A call that begins with us.
  void conducts(Call call, Conduct conduct) {
    conducts.put(call.id(), conduct);
    call.post(conduct::begin);
  }

  /// Something else is done with this call from now on. In its mailbox.
  void goesOnAs(Call call, Conduct conduct) {
    conducts.put(call.id(), conduct);
  }

  void over(Call call) {
    conducts.remove(call.id());
    waiting.oneIsFree();
  }

  /// What goes on with this call here; empty where it is over or another process carries it.
  Optional<Conduct> carrying(CallId id) {
    return conducts.values().stream()
        .filter(conduct -> id.equals(conduct.callId()))
        .findFirst();
  }

  /// The calls that this process carries.
  Set<CallId> carried() {
    return conducts.values().stream()
        .map(Conduct::callId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /// Who of us is in a call.
  private Set<AgentId> busy() {
    return conducts.values().stream()
        .flatMap(conduct -> conduct.talking().stream())
        .collect(Collectors.toSet());
  }

  /// Whoever takes a second call has the first one wait.
  void holdOther(AgentId agent, CallId taking) {
    for (var conduct : conducts.values())
      if (conduct.talking().filter(agent::equals).isPresent() && !taking.equals(conduct.callId()))
        conduct.talk().ifPresent(talk -> talk.call().post(() -> talk.hold(true)));
  }

  /// Beeps to whoever has forgotten somebody in music; says when to look again, if not later.
  Instant remind(Instant latest) {
    var next = latest;
    for (var conduct : conducts.values()) {
      var talk = conduct.talk();
      var due = talk.map(Talk::reminder).flatMap(HoldReminder::due);
      if (due.isEmpty()) continue;
      if (!due.get().isAfter(moment())) talk.get().call().post(talk.get()::remind);
      else if (due.get().isBefore(next)) next = due.get();
    }
    return next;
  }

  /// Does something in the mailbox of a call later, if it is not over then.
  void after(Duration delay, Call call, Runnable work) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(() -> call.post(() -> {
          if (!call.isOver()) work.run();
        }));
  }

  boolean isOpen() {
    return house.shop().hours().isOpen(moment());
  }

  /// What a caller of this plan hears of the shop's own now.
  List<Sound> hello(Plan plan) {
    return sounds.hello(plan.greetings(), today());
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
    if (call.number() == null || house.helpCalls().isExpected(moment())) return false;
    return house.nuisances().contains(call.number());
  }

  boolean isScreened(Screening screening, PhoneCall call) {
    if (house.helpCalls().isExpected(moment())) return false;
    return switch (screening) {
      case NONE -> false;
      case WITHHELD -> call.number() == null;
      case UNKNOWN ->
        call.sureness() == VerificationLevel.UNKNOWN || calls.callers().isFirst(call);
    };
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
