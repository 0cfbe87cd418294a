package kept.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.LineHandler;
import kept.line.Target;
import kept.line.rtp.Sound;
import kept.line.sip.Identity;
import kept.line.sip.Invitation;
import kept.line.sip.Origin;
import kept.line.speech.Prompt;
import kept.line.speech.Prompts;
import kept.line.speech.Tones;
import kept.platform.PhoneNumbers;
import kept.team.AgentId;
import kept.team.Presence;
import kept.team.Shop;
import kept.team.Team;
import org.jspecify.annotations.Nullable;

/// What the shop does with its line: who rings, who is free, and which call is conducted how.
/// Threads may share this object.
public final class Switchboard implements LineHandler {
  /// What carriers and phones write for a number that is withheld (RFC 3323, section 4.1).
  private static final Set<String> WITHHELD = Set.of("", "anonymous", "unavailable", "restricted");

  private final Calls calls;
  private final House house;
  private final Path recordings;
  private final InstantSource clock;
  private final Prompts prompts = new Prompts();
  private final Map<String, Conduct> conducts = new ConcurrentHashMap<>();
  private final Reach reach;

  /// What the switchboard needs to know of the house.
  public record House(
      Shop shop,
      Team team,
      Presence presence,
      Customers customers,
      FrontDoors doors,
      ShopLines lines,
      Phones phones) {}

  public Switchboard(Calls calls, House house, Path recordings, InstantSource clock) {
    this.calls = calls;
    this.house = house;
    this.recordings = recordings;
    this.clock = clock;
    reach = new Reach(house, this::busy);
  }

  Reach reach() {
    return reach;
  }

  @Override
  public boolean admit(Call call) {
    var invitation = call.invitation();
    if (invitation == null || !reach.isOpen()) return false;
    var conduct = switch (invitation.origin()) {
      case Origin.Carrier carrier -> incoming(call, invitation);
      case Origin.Phone(var user) -> outgoing(call, invitation, user);
    };
    conduct.ifPresent(admitted -> conducts.put(call.id(), admitted));
    return conduct.isPresent();
  }

  private Optional<Conduct> incoming(Call call, Invitation invitation) {
    var dialled = house.lines().dialled(invitation.dialled());
    if (dialled.isEmpty()) return Optional.empty();
    var ours = dialled.get();
    var plan = house.doors().get(ours.frontDoor()).plan();
    var number = WITHHELD.contains(invitation.caller())
        ? null
        : PhoneNumbers.e164(invitation.caller(), PhoneNumbers.region(ours.number()))
            .orElse(null);
    var kept = calls.arrive(ours.id(), number, invitation.display(), sureness(invitation, number));
    return Optional.of(new Incoming(this, call, kept, plan));
  }

  /// A number alone proves nothing; a carrier that vouches for it says a little more.
  private static VerificationLevel sureness(Invitation invitation, @Nullable String number) {
    if (number == null) return VerificationLevel.UNKNOWN;
    return "TN-Validation-Passed".equals(invitation.verstat())
        ? VerificationLevel.ATTESTED
        : VerificationLevel.RECOGNISED;
  }

  private Optional<Conduct> outgoing(Call call, Invitation invitation, String user) {
    var phone = house.phones().named(user);
    if (phone.isEmpty()) return Optional.empty();
    var agent = phone.get().agent();
    var dialled = invitation.dialled();
    var colleague = house.phones().named(dialled);
    if (colleague.isPresent()) {
      var from = new Identity(house.team().get(agent).firstName(), user);
      return Optional.of(
          new Outgoing(this, call, null, agent, false, reach.ringing(colleague.get(), from)));
    }
    var region = reach.region();
    if (PhoneNumbers.isEmergency(dialled, region))
      return Optional.of(new Outgoing(this, call, null, agent, true, reach.over(dialled)));
    var number = PhoneNumbers.e164(dialled, region);
    if (number.isEmpty())
      return Optional.of(new Outgoing(this, call, null, agent, false, List.of()));
    var kept = calls.callOut(number.get());
    return Optional.of(new Outgoing(this, call, kept, agent, false, reach.over(number.get())));
  }

  @Override
  public void arrived(Call call) {
    conduct(call).ifPresent(Conduct::begin);
  }

  @Override
  public void happened(Call call, CallEvent event) {
    conduct(call).ifPresent(conduct -> conduct.happened(event));
  }

  /// Somebody hands a call over from their phone, to a colleague's or to any number.
  @Override
  public List<Target> route(Call call, Leg by, String number) {
    var colleague = house.phones().named(number);
    if (colleague.isPresent()) {
      var caller = call.caller();
      var shown = caller == null ? by.party() : caller.party();
      return reach.ringing(colleague.get(), new Identity("", shown));
    }
    return PhoneNumbers.e164(number, reach.region()).map(reach::over).orElse(List.of());
  }

  private Optional<Conduct> conduct(Call call) {
    return Optional.ofNullable(conducts.get(call.id()));
  }

  void over(Call call) {
    conducts.remove(call.id());
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

  Calls calls() {
    return calls;
  }

  boolean isOpen() {
    return house.shop().hours().isOpen(clock.instant());
  }

  /// Does something in the mailbox of a call later, if it is not over then.
  void after(Duration delay, Call call, Runnable work) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(() -> call.post(() -> {
          if (!call.isOver()) work.run();
        }));
  }

  Sound say(Prompt prompt) {
    return prompts.say(prompt);
  }

  Sound beep() {
    return Tones.sound(Tones.Region.US, Tones.Tone.BEEP);
  }

  Sound music() {
    return prompts.music();
  }

  Path recordingOf(CallId call) {
    return recordings.resolve(call + ".wav");
  }
}
