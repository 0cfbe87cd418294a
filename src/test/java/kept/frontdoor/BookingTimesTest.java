package kept.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kept.frontdoor.BookingTimes.Slot;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.OpeningHours;
import kept.team.Role;
import kept.team.Roster;
import org.junit.jupiter.api.Test;

/// Open from 8 to 12:30 and from 1 to 6, Saturdays until 2, closed on Sundays. Tuesday is November
/// 24, 2026.
class BookingTimesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Agent PRIYA = agent("Priya Nair");
  private static final Agent EDIE = agent("Edie Moss");

  @Test
  void offersTheNextQuarterAFewMinutesAheadARoundTimeLaterAndTomorrowEarly() {
    assertThat(soonest("2026-11-24T14:31", Map.of()))
        .containsExactly("2026-11-24T14:45", "2026-11-24T15:30", "2026-11-25T08:15");
    assertThat(soonest("2026-11-24T14:36", Map.of()).getFirst()).isEqualTo("2026-11-24T15:00");
  }

  @Test
  void offersNothingWhileTheShopIsClosed() {
    assertThat(soonest("2026-11-24T12:10", Map.of()).getFirst()).isEqualTo("2026-11-24T13:00");
    assertThat(soonest("2026-11-24T17:50", Map.of()))
        .containsExactly("2026-11-25T08:00", "2026-11-25T09:00", "2026-11-26T08:15");
    assertThat(soonest("2026-11-28T15:00", Map.of()).getFirst()).isEqualTo("2026-11-30T08:00");
  }

  @Test
  void aQuarterHoldsTwoCallsByTwoPeople() {
    var at = at("2026-11-24T15:00");
    assertThat(keeper(at, List.of())).isEqualTo(PRIYA.id());
    assertThat(keeper(at, List.of(PRIYA.id()))).isEqualTo(EDIE.id());
    assertThat(times("2026-11-24T14:00", Map.of(at, List.of(PRIYA.id(), EDIE.id())))
            .at(at))
        .isEmpty();
    assertThat(times("2026-11-24T14:00", Map.of(at, List.of(PRIYA.id(), AgentId.next())))
            .at(at))
        .isEmpty();
  }

  @Test
  void whatIsNoQuarterOrTooFarOrTooSoonIsNoTime() {
    var times = times("2026-11-24T14:00", Map.of());

    assertThat(times.at(at("2026-11-24T15:00"))).isPresent();
    assertThat(times.at(at("2026-11-24T15:01"))).isEmpty();
    assertThat(times.at(at("2026-11-24T14:00"))).isEmpty();
    assertThat(times.at(at("2026-11-24T13:00"))).isEmpty();
    assertThat(times.at(at("2026-12-09T15:00"))).isEmpty();
  }

  @Test
  void aDayListsItsQuartersAndAClosedOneIsClosed() {
    var times = times("2026-11-24T14:00", Map.of());

    assertThat(times.on(LocalDate.parse("2026-11-28"))).hasSize(4 * 6 - 2);
    assertThat(times.on(LocalDate.parse("2026-11-29"))).isEmpty();
    assertThat(times.days(6))
        .extracting(BookingTimes.Day::open)
        .containsExactly(true, true, true, true, false, true);
  }

  @Test
  void whereNobodyCanRingThereIsNoTime() {
    var alone = new BookingTimes(hours(), roster(), List.of(), Map.of(), at("2026-11-24T14:00"));

    assertThat(alone.soonest()).isEmpty();
  }

  /// The hour that clocks show twice (November 1) and the one they skip (March 14) are in no
  /// quarter that is offered twice or not at all.
  @Test
  void staysOnQuartersWhenClocksChange() {
    var always = new EnumMap<DayOfWeek, List<OpeningHours.Span>>(DayOfWeek.class);
    for (var day : DayOfWeek.values())
      always.put(day, List.of(new OpeningHours.Span(LocalTime.MIDNIGHT, LocalTime.MAX)));
    var open = new OpeningHours(NEW_YORK, always);
    var roster = new Roster(open, Map.of(), List.of());
    var before = at("2026-10-31T12:00");
    var times = new BookingTimes(open, roster, List.of(PRIYA), Map.of(), before);

    assertThat(times.on(LocalDate.parse("2026-11-01"))).hasSize(25 * 4).doesNotHaveDuplicates();
  }

  private static AgentId keeper(Instant at, List<AgentId> busy) {
    return times("2026-11-24T14:00", Map.of(at, busy)).at(at).map(Slot::keeper).orElseThrow();
  }

  private static List<String> soonest(String now, Map<Instant, List<AgentId>> taken) {
    return times(now, taken).soonest().stream()
        .map(slot -> slot.at().atZone(NEW_YORK).toLocalDateTime().toString())
        .toList();
  }

  private static BookingTimes times(String now, Map<Instant, List<AgentId>> taken) {
    return new BookingTimes(hours(), roster(), List.of(PRIYA, EDIE), taken, at(now));
  }

  private static Roster roster() {
    return new Roster(hours(), Map.of(), List.of());
  }

  private static OpeningHours hours() {
    var morning = new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(12, 30));
    var afternoon = new OpeningHours.Span(LocalTime.of(13, 0), LocalTime.of(18, 0));
    var saturday = new OpeningHours.Span(LocalTime.of(13, 0), LocalTime.of(14, 0));
    var week = new EnumMap<DayOfWeek, List<OpeningHours.Span>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) week.put(day, List.of(morning, afternoon));
    week.put(DayOfWeek.SATURDAY, List.of(morning, saturday));
    week.remove(DayOfWeek.SUNDAY);
    return new OpeningHours(NEW_YORK, week);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
  }

  private static Agent agent(String name) {
    return new Agent(
        AgentId.next(), name, "somebody@example.com", Role.AGENT, null, 0, true, "", null);
  }
}
