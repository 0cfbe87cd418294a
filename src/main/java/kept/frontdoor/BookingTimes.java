package kept.frontdoor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.OpeningHours;
import kept.team.Roster;

/// The quarters of an hour in which somebody can be rung: the shop is open, at most one call is
/// promised for it yet, and a person is free who is at hand. Pure.
///
/// @param team those who may ring, in the order in which they are asked
/// @param taken who has promised a call, by the quarter in which it is due
public record BookingTimes(
    OpeningHours hours,
    Roster roster,
    List<Agent> team,
    Map<Instant, List<AgentId>> taken,
    Instant now) {
  /// People need this long to find a place where they can talk, and we to be ready.
  static final Duration NOTICE = Duration.ofMinutes(10);

  static final Duration QUARTER = Duration.ofMinutes(15);
  private static final int MOST_IN_A_QUARTER = 2;
  private static final Duration LATER = Duration.ofMinutes(45);
  private static final Duration HALF = Duration.ofMinutes(30);
  private static final int DAYS = 14;

  /// A time and who rings then.
  public record Slot(Instant at, AgentId keeper) {}

  /// A day of the list; closed where it has no time left.
  public record Day(LocalDate date, boolean open) {}

  /// The quarter that a moment lies in.
  static Instant quarter(Instant at) {
    var length = QUARTER.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), length) * length);
  }

  /// The nearest three: as soon as it goes, a little later at a round time, and early on the next
  /// day.
  public List<Slot> soonest() {
    var first = from(now).findFirst();
    if (first.isEmpty()) return List.of();
    var at = first.get().at();
    var later = from(at.plus(LATER)).filter(slot -> isRound(slot.at())).findFirst();
    var next = from(at)
        .filter(slot -> !day(slot.at()).equals(day(at)))
        .filter(slot -> isSettled(slot.at()))
        .findFirst();
    return Stream.of(first, later, next)
        .flatMap(Optional::stream)
        .distinct()
        .sorted(Comparator.comparing(Slot::at))
        .toList();
  }

  /// The days after today, as many as this.
  public List<Day> days(int many) {
    return Stream.iterate(day(now).plusDays(1), date -> date.plusDays(1))
        .limit(many)
        .map(date -> new Day(date, !on(date).isEmpty()))
        .toList();
  }

  /// Every time of one day.
  public List<Slot> on(LocalDate date) {
    var begins = hours.opening(date);
    var ends = hours.closing(date);
    if (begins.isEmpty() || ends.isEmpty()) return List.of();
    return quarters(begins.get())
        .takeWhile(at -> at.isBefore(ends.get()))
        .flatMap(this::slot)
        .toList();
  }

  /// The time that somebody picked, while it is free.
  public Optional<Slot> at(Instant at) {
    if (!quarter(at).equals(at) || at.isAfter(now.plus(Duration.ofDays(DAYS))))
      return Optional.empty();
    return slot(at).findFirst();
  }

  private Stream<Slot> from(Instant from) {
    var last = now.plus(Duration.ofDays(DAYS));
    return quarters(from).takeWhile(at -> at.isBefore(last)).flatMap(this::slot);
  }

  /// Those that begin at this moment or later.
  private static Stream<Instant> quarters(Instant from) {
    var first = quarter(from);
    if (first.isBefore(from)) first = first.plus(QUARTER);
    return Stream.iterate(first, at -> at.plus(QUARTER));
  }

  private Stream<Slot> slot(Instant at) {
    if (at.isBefore(now.plus(NOTICE)) || !hours.isOpen(at)) return Stream.empty();
    var busy = taken.getOrDefault(at, List.of());
    if (busy.size() >= MOST_IN_A_QUARTER) return Stream.empty();
    return free(at, busy).map(agent -> new Slot(at, agent.id())).stream();
  }

  private Optional<Agent> free(Instant at, Collection<AgentId> busy) {
    var promised = Set.copyOf(busy);
    return team.stream()
        .filter(agent -> !promised.contains(agent.id()))
        .filter(agent -> roster.miss(agent.id(), now, at).isEmpty())
        .findFirst();
  }

  private boolean isRound(Instant at) {
    return at.toEpochMilli() % HALF.toMillis() == 0;
  }

  /// Not in the first minutes, in which doors are unlocked and lights are lit.
  private boolean isSettled(Instant at) {
    return hours.isOpen(at.minus(QUARTER));
  }

  private LocalDate day(Instant at) {
    return at.atZone(hours.zone()).toLocalDate();
  }
}
