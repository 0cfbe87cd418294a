package kept.phone;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kept.conversations.Contacts;
import kept.conversations.Direction;
import kept.conversations.Effort;
import kept.conversations.Efforts;
import kept.customers.VerificationLevel;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Shop;
import kept.team.Team;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Calls on the phone system that the shop kept, as it tells of them: somebody rings, somebody
/// takes it, it is over. They pop up, stand on the timeline and become promises like our own.
///
/// What is told twice counts once, and events may overtake each other: what comes before the call
/// it is about waits for it. Threads may share this object.
public final class OutsideCalls {
  /// Nobody talks for so long: we were not told that it ended.
  public static final Duration LONGEST = Duration.ofHours(4);

  /// An event that was not answered is sent again within seconds.
  private static final Duration REPEATS = Duration.ofMinutes(1);

  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final Database database;
  private final Events events;
  private final Calls calls;
  private final House house;
  private final PbxKeys keys;
  private final InstantSource clock;
  private final PbxStore store = new PbxStore();

  /// What such a call needs to know of the house.
  public record House(
      Shop shop, Team team, Phones phones, ShopLines lines, Contacts contacts, Efforts efforts) {}

  public OutsideCalls(
      Database database,
      Events events,
      Calls calls,
      House house,
      PbxKeys keys,
      InstantSource clock) {
    this.database = database;
    this.events = events;
    this.calls = calls;
    this.house = house;
    this.keys = keys;
    this.clock = clock;
  }

  public void hear(PbxNews news) {
    database.useTransaction(tx -> {
      var now = clock.instant();
      keys.heard(now);
      var known = unlessOver(store.locked(tx, news.call(), now), news, now);
      var call = known.call();
      if (call == null && news.tellsOfACall()) call = begin(tx, news).id();
      var next = known.after(news, call, now);
      store.write(tx, next);
      if (call != null) catchUp(tx, calls.get(call), next);
    });
  }

  /// Some systems give a name again: what begins long after the end is another call.
  private static PbxStore.Known unlessOver(PbxStore.Known known, PbxNews news, Instant now) {
    var ended = known.endedAt();
    var another = news.kind() == PbxNews.Kind.NEW_CALL
        && known.call() != null
        && ended != null
        && ended.plus(REPEATS).isBefore(now);
    return another ? new PbxStore.Known(known.name(), null, null, null, null) : known;
  }

  private PhoneCall begin(Handle tx, PbxNews news) {
    var number = Optional.ofNullable(news.theirs()).flatMap(this::e164).orElse(null);
    var call = news.direction() == Direction.OUTBOUND
        ? calls.callers().callOut(named(number), null, null)
        : calls.callers().arrive(line(news), number, "", sureness(number));
    store.carries(tx, call.id());
    calls.rang(call.id());
    return call;
  }

  private static String named(@Nullable String number) {
    if (number == null) throw new Refusal("A call out names whom it calls: \"to\" is missing.");
    return number;
  }

  private static VerificationLevel sureness(@Nullable String number) {
    return number == null ? VerificationLevel.UNKNOWN : VerificationLevel.RECOGNISED;
  }

  private @Nullable LineId line(PbxNews news) {
    var ours = Optional.ofNullable(news.ours()).flatMap(this::e164).orElse("");
    return house.lines().list().stream()
        .filter(line -> line.number().equals(ours))
        .map(ShopLine::id)
        .findFirst()
        .orElse(null);
  }

  /// As people of our country write it, or with the country in front and the plus left away.
  private Optional<String> e164(String written) {
    var region = house
        .lines()
        .first()
        .map(ours -> PhoneNumbers.region(ours.number()))
        .orElse(PhoneNumbers.NOWHERE);
    return PhoneNumbers.e164(written, region)
        .or(() -> PhoneNumbers.e164("+" + written.replaceAll("\\D", ""), PhoneNumbers.NOWHERE));
  }

  /// Does for the call what was told of it and is not done yet.
  private void catchUp(Handle tx, PhoneCall call, PbxStore.Known known) {
    if (call.isOver()) return;
    if (known.answeredAt() != null) taken(tx, call, String.valueOf(known.answeredBy()));
    if (known.endedAt() != null) calls.end(call.id(), untaken(call));
  }

  private void taken(Handle tx, PhoneCall call, String user) {
    var agent = agent(user);
    if (agent.isPresent()) {
      if (!agent.get().equals(call.agent())) calls.talks(call, agent.get());
    } else if (store.taken(tx, call.id(), clock.instant())) {
      if (call.isInbound()) waited(call);
      events.publish(null, new CallTaken(call.id(), call.conversation()));
    }
  }

  private void waited(PhoneCall call) {
    var seconds = call.waited(clock.instant()).toSeconds();
    house
        .efforts()
        .spend(call.conversation(), Effort.SECONDS_TO_A_PERSON, Math.toIntExact(seconds));
  }

  /// By mail address, by the extension of one of our phones, or by name.
  private Optional<AgentId> agent(String user) {
    var here = house.team().here();
    return here.stream()
        .filter(each -> each.email().equalsIgnoreCase(user) || each.name().equalsIgnoreCase(user))
        .map(Agent::id)
        .findFirst()
        .or(() -> house.phones().named(user).map(Phone::agent))
        .or(() -> here.stream()
            .filter(each -> each.firstName().equalsIgnoreCase(user))
            .map(Agent::id)
            .findFirst());
  }

  private Outcome untaken(PhoneCall call) {
    if (!call.isInbound()) return Outcome.NOT_REACHED;
    return house.shop().hours().isOpen(call.beganAt()) ? Outcome.MISSED : Outcome.CLOSED;
  }

  /// Ends the calls whose end got lost. Whoever talked is owed nothing, and for how long is not
  /// known; whoever did not is rung back.
  public void endForgotten() {
    var now = clock.instant();
    for (var call : database.read(tx -> store.begunBefore(tx, now.minus(LONGEST))))
      database.useTransaction(tx -> {
        calls.end(call.id(), call.talkedAt() == null ? Outcome.DROPPED : Outcome.TALKED);
        house.contacts().lasted(call.contact(), Duration.ZERO);
      });
    database.useTransaction(tx -> store.forgetBefore(tx, now.minus(REMEMBERED)));
  }
}
