package kept.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kept.Config;
import kept.Rooms;
import kept.TestShop;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.platform.Refusal;
import kept.platform.StoredEvent;
import kept.team.Absence;
import kept.team.AbsenceId;
import kept.team.AbsenceKind;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Hours;
import kept.team.OpeningHours;
import kept.team.QuietHours;
import kept.team.Role;

/// Plays one history on a real database and holds every promise in it against [AlarmModel].
final class ActedShop {
  private static final List<OpeningHours> HOURS = List.of(
      Hours.of("Mon-Sat 08:00-18:00"),
      Hours.of("Mon-Fri 09:00-12:00,13:00-17:30", ZoneId.of("Europe/London")),
      Hours.of("Mon-Sun 00:00-24:00", ZoneId.of("Europe/Berlin")),
      Hours.withHolidays(Hours.of("Mon-Fri 10:00-24:00"), "us"),
      Hours.of("Sat-Sun 22:00-24:00", ZoneId.of("Pacific/Auckland")),
      Hours.of(""));
  private static final List<String> SHIFTS =
      List.of("", "Mon-Fri 08:00-14:00", "Mon-Sun 13:00-18:00", "Sat-Sun 09:00-12:00");

  private final TestShop shop;
  private final Conversation matter;
  private final Map<PromiseId, AlarmModel> models = new LinkedHashMap<>();
  private final List<PromiseId> ended = new ArrayList<>();
  private final Set<AlarmId> seen = new HashSet<>();
  private final Map<PromiseId, Integer> read = new LinkedHashMap<>();
  private Rooms rooms;

  ActedShop(TestShop shop) {
    this.shop = shop;
    this.rooms = shop.rooms;
    this.matter = shop.crackedTv();
  }

  int alarms() {
    return seen.size();
  }

  int promises() {
    return models.size();
  }

  void play(Act.History history) {
    shop.clock.set(history.begins());
    freshTeam();
    for (var turn : history.turns()) {
      // Two things never happen at the same microsecond.
      shop.clock.advance(Duration.ofSeconds(1));
      try {
        act(turn.act());
      } catch (Refusal no) {
        // Then nothing has happened, which the checks see.
      }
      listen();
      if (turn.awake()) check();
      everyPromiseHasAKeeper();
    }
    check();
    for (var id : models.keySet()) {
      if (models.get(id).isOpen()) rooms.promises.release(shop.dana, id, "The story is over");
    }
  }

  private void act(Act act) {
    var now = shop.clock.instant();
    switch (act) {
      case Act.Make(var by, var keeper, var minutes) -> make(by, keeper, minutes);
      case Act.Move(var which, var by, var minutes) -> {
        var due = now.plus(Duration.ofMinutes(minutes));
        promise(which).ifPresent(id -> {
          rooms.promises.agreeNewTime(
              person(by), rooms.promises.get(id), due, "A little later, Chuck.");
          models.get(id).move(now, due);
        });
      }
      case Act.End(var which, var by, var kept) ->
        promise(which).ifPresent(id -> {
          if (kept) rooms.promises.keep(person(by), id);
          else rooms.promises.release(person(by), id, "He took another one");
          models.get(id).end();
          ended.add(id);
        });
      case Act.Undo(var by) -> {
        if (ended.isEmpty()) return;
        rooms.endings.undo(person(by), ended.getLast());
        models.get(ended.removeLast()).undo(now);
      }
      case Act.HandTo(var which, var by, var to) ->
        promise(which).ifPresent(id -> rooms.promises.handTo(person(by), id, person(to)));
      case Act.Risk(var which, var by) ->
        promise(which).ifPresent(id -> rooms.promises.atRisk(person(by), id, "The part is late"));
      case Act.Talk(var how) -> talk(how);
      case Act.Leave(var who) -> rooms.team.leave(shop.dana, person(who));
      case Act.Join(var second) -> join(person(second));
      case Act.Hours(var variant) ->
        rooms.shop.set(shop.dana, business(hours(variant)), hours(variant));
      case Act.Away(var who, var kind, var from, var length) -> away(who, kind, from, length);
      case Act.ComeBack(var who) -> rooms.presence.comeBack(shop.dana, person(who));
      case Act.Shift(var who, var variant) ->
        rooms.presence.setShifts(
            shop.dana,
            person(who),
            Hours.of(SHIFTS.get(variant % SHIFTS.size())).spans());
      case Act.Quiet(var who, var from, var length) ->
        rooms.presence.setQuiet(
            shop.dana,
            person(who),
            new QuietHours(LocalTime.of(from % 24, 0), LocalTime.of((from + length) % 24, 0)));
      case Act.Later(var minutes) -> shop.clock.advance(Duration.ofMinutes(minutes));
      case Act.PutBack(var minutes) -> shop.clock.advance(Duration.ofMinutes(-minutes));
      case Act.Restart() -> rooms = restarted();
    }
  }

  private void make(int by, int keeper, int minutes) {
    var now = shop.clock.instant();
    var due = now.plus(Duration.ofMinutes(minutes));
    var commitment = TestShop.commitment(matter, person(keeper), due);
    var id = rooms.promises.make(person(by), commitment).id();
    models.put(id, new AlarmModel(now, due));
  }

  private void talk(int how) {
    switch (how % 5) {
      case 0 ->
        rooms.messages.receive(
            matter.id(), Incoming.of(Channel.EMAIL, shop.clock.instant(), Draft.of("ok thanks")));
      case 1 -> rooms.messages.note(shop.dana, matter.id(), Draft.of("He is friendly."));
      case 2 -> rooms.resolution.resolve(shop.dana, matter.id());
      case 3 -> rooms.resolution.confirm(matter.id());
      default -> rooms.resolution.reopen(matter.id());
    }
  }

  private void away(int who, int kind, int from, int length) {
    var starts = shop.clock.in(Duration.ofMinutes(from));
    var ends = length == 0 ? null : starts.plus(Duration.ofMinutes(length));
    var kinds = AbsenceKind.values();
    var agent = person(who);
    rooms.presence.leave(
        shop.dana, new Absence(AbsenceId.next(), agent, kinds[kind % kinds.length], starts, ends));
  }

  /// What the log says of them since it was last read.
  private void listen() {
    models.forEach((id, model) -> {
      var events = rooms.events.about(id.value());
      var known = read.merge(id, 0, Integer::sum);
      events.subList(known, events.size()).forEach(event -> hear(event, model));
      read.put(id, events.size());
      assertThat(events)
          .as("broken is written once")
          .filteredOn(event -> event.kind().equals("promise_broken"))
          .hasSizeLessThanOrEqualTo(1);
    });
  }

  private static void hear(StoredEvent event, AlarmModel model) {
    if (event.kind().equals("promise_at_risk")) model.atRisk(event.at());
    if (!event.kind().equals("promise_handed_over")) return;
    var to = UUID.fromString(event.facts().path("to").asString());
    if (!to.equals(event.actor())) model.handOver(event.at());
  }

  private void check() {
    rooms.alarms.fireWhatIsDue();
    listen();
    var now = shop.clock.instant();
    models.forEach((id, model) -> {
      var fired = rooms.alarms.of(id).stream()
          .filter(alarm -> alarm.firedAt() != null && !seen.contains(alarm.id()))
          .toList();
      model.check(fired, rooms.shop.hours(), now);
      var promise = rooms.promises.get(id);
      for (var alarm : fired) {
        seen.add(alarm.id());
        toldTheRightPeople(alarm, promise);
      }
      if (!model.isOpen()) return;
      if (promise.riskReason() != null) model.checkRisk(now);
      assertThat(promise.brokenAt() != null || promise.dueAt().isAfter(now)).isTrue();
    });
  }

  private void toldTheRightPeople(Alarm alarm, Promise promise) {
    var told = alarm.told().stream()
        .filter(each -> each.channel().equals("desk"))
        .map(Alarm.Told::agent)
        .toList();
    var here = rooms.team.here().stream().map(Agent::id).toList();
    assertThat(told).as("told at %s", alarm.step()).isNotEmpty().isSubsetOf(here);
    switch (alarm.step()) {
      case NUDGE -> assertThat(told).containsExactly(promise.keeper());
      case BROKEN -> assertThat(told).contains(promise.keeper(), shop.dana);
      case OWNER -> assertThat(told).containsExactly(shop.dana);
      case SECOND, EVERYONE -> assertThat(told).doesNotHaveDuplicates();
    }
  }

  private void everyPromiseHasAKeeper() {
    var here = rooms.team.here().stream().map(Agent::id).toList();
    models.forEach((id, model) -> {
      if (model.isOpen()) assertThat(rooms.promises.get(id).keeper()).isIn(here);
    });
  }

  /// Dana, and three who have no history.
  private void freshTeam() {
    shop.database.useTransaction(tx -> {
      for (var table : List.of("absence", "shift", "quiet_hours"))
        tx.execute("delete from " + table);
    });
    for (var agent : rooms.team.here()) {
      if (!agent.id().equals(shop.dana)) rooms.team.leave(shop.dana, agent.id());
    }
    rooms.shop.set(shop.dana, business(HOURS.getFirst()), HOURS.getFirst());
    var priya = join(shop.dana);
    join(priya);
    join(priya);
  }

  private AgentId join(AgentId second) {
    var id = AgentId.next();
    return rooms.team.join(
        new Agent(id, "Edie " + id, id + "@example.com", Role.AGENT, second, 165, true, "", null),
        null);
  }

  private kept.team.Business business(OpeningHours hours) {
    return new kept.team.Business(
        "Marlow & Daughter", hours.zone(), "hello@marlow.example.com", null, 255);
  }

  private static OpeningHours hours(int variant) {
    return HOURS.get(variant % HOURS.size());
  }

  private AgentId person(int who) {
    var here = rooms.team.here();
    return here.get(who % here.size()).id();
  }

  private java.util.Optional<PromiseId> promise(int which) {
    var ids = new ArrayList<>(models.keySet());
    ids.removeIf(id -> !models.get(id).isOpen());
    return ids.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(ids.get(which % ids.size()));
  }

  private Rooms restarted() {
    return new Rooms(shop.database, Config.Ground.in(shop.folder, null), shop.clock);
  }
}
