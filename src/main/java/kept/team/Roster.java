package kept.team;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who works when, and who is away, in a job or driving, as far as is known. Whoever has no shifts
/// works when the shop is open.
///
/// Immutable and free of I/O.
public record Roster(
    OpeningHours hours, Map<AgentId, OpeningHours> shifts, List<Absence> absences) {
  /// Why somebody will not be at hand when something is due: gone as [AbsenceKind#AWAY] also means
  /// the end of a shift. `until` is unknown where it is null.
  public record Miss(
      AbsenceKind kind, Instant from, @Nullable Instant until) {}

  /// Whether they can answer at this moment for something that is due then: neither away nor off
  /// shift, or back on shift before it.
  public boolean answers(AgentId agent, Instant now, Instant due) {
    if (running(agent, now).anyMatch(absence -> absence.kind() == AbsenceKind.AWAY)) return false;
    var shift = shiftFor(agent, due);
    if (shift == null || shift.isOpen(now)) return true;
    return shift.nextOpening(now).filter(start -> start.isBefore(due)).isPresent();
  }

  /// Why they will not be at hand when it is due, as far as is known now.
  public Optional<Miss> miss(AgentId agent, Instant now, Instant due) {
    var absent = absencesOf(agent)
        .filter(absence -> absence.covers(due) && isKnownToLast(absence, now))
        .findFirst();
    if (absent.isPresent())
      return absent.map(away -> new Miss(away.kind(), away.startsAt(), away.endsAt()));
    var shift = shiftFor(agent, due);
    if (shift == null || isAt(shift, due)) return Optional.empty();
    var until = shift.nextOpening(due).orElse(null);
    return Optional.of(new Miss(AbsenceKind.AWAY, shift.lastClosing(due).orElse(now), until));
  }

  /// The next moment at which any answer of this roster may be another.
  public Optional<Instant> nextChange(Instant after) {
    var ofAbsences = absences.stream()
        .flatMap(absence -> Stream.of(absence.startsAt(), absence.endsAt()))
        .filter(Objects::nonNull)
        .filter(at -> at.isAfter(after));
    var ofShifts = shifts.values().stream()
        .flatMap(shift -> Stream.of(shift.nextOpening(after), shift.nextClosing(after)))
        .flatMap(Optional::stream);
    return Stream.concat(ofAbsences, ofShifts).min(Instant::compareTo);
  }

  /// What they are doing elsewhere at this moment.
  public Stream<Absence> running(AgentId agent, Instant now) {
    return absencesOf(agent).filter(absence -> absence.covers(now));
  }

  private Stream<Absence> absencesOf(AgentId agent) {
    return absences.stream().filter(absence -> absence.agent().equals(agent));
  }

  /// A job that has not begun may still be moved; being away is planned.
  private static boolean isKnownToLast(Absence absence, Instant now) {
    return absence.kind() == AbsenceKind.AWAY || absence.covers(now);
  }

  /// Their shifts, unless it is due while the shop itself is closed: that was promised knowingly.
  private @Nullable OpeningHours shiftFor(AgentId agent, Instant due) {
    return isAt(hours, due) ? shifts.get(agent) : null;
  }

  /// The minute of closing counts as within.
  private static boolean isAt(OpeningHours hours, Instant at) {
    return hours.isOpen(at) || hours.isOpen(at.minusNanos(1));
  }
}
