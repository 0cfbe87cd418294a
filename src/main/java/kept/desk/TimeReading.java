package kept.desk;

import io.javalin.http.Context;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import kept.platform.NotFound;
import kept.promises.StandIns;
import kept.team.Absence;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.OpeningHours.Span;
import kept.team.Presence;
import kept.team.Role;
import kept.team.Shop;
import kept.team.Team;
import org.jspecify.annotations.Nullable;

/// Reads what the page about somebody's time shows. Threads may share this object.
public final class TimeReading {
  private static final String SELF = "/settings/you/time";
  /// What most people choose, to be corrected.
  private static final String NIGHT = "21:00";
  private static final String MORNING = "07:00";

  private final Doors doors;
  private final Onlookers onlookers;

  /// The rooms that it looks into.
  public record Doors(Team team, Presence presence, Shop shop, StandIns standIns) {}

  public TimeReading(Doors doors, Onlookers onlookers) {
    this.doors = doors;
    this.onlookers = onlookers;
  }

  Doors doors() {
    return doors;
  }

  Onlooker onlooker(Context request) {
    return onlookers.of(request);
  }

  /// Whose time an address is about: whoever it names, else whoever asks.
  Agent whose(Context request, Onlooker onlooker) {
    var named = request.pathParamMap().get("id");
    var agent = named == null ? onlooker.me() : doors.team.get(AgentId.parse(named));
    if (!agent.isHere()) throw new NotFound(agent.firstName() + " is no longer on the team.");
    return agent;
  }

  static String base(Context request) {
    var named = request.pathParamMap().get("id");
    return named == null ? SELF : "/settings/team/" + named + "/time";
  }

  TimeParts.What what(Onlooker onlooker, Absence absence) {
    var touched = doors.standIns.during(absence, onlooker.now());
    return new LeavingWords(onlooker, absence).what(touched);
  }

  /// What whoever is elsewhere already puts in danger by it.
  TimeParts.@Nullable What touched(Context request, Onlooker onlooker) {
    var absence = onlooker.absences().get(whose(request, onlooker).id());
    return absence == null ? null : what(onlooker, absence).told();
  }

  TimeParts parts(Context request, Onlooker onlooker, Typed typed) {
    var agent = whose(request, onlooker);
    var absences = doors.presence.of(agent.id());
    var self = onlooker.is(agent.id());
    var running = onlooker.absences().get(agent.id());
    return new TimeParts(
        new TimeParts.Whose(
            base(request), agent.firstName(), self, self || onlooker.me().role() == Role.OWNER),
        sentence(onlooker, agent, running),
        running != null,
        absences.stream()
            .filter(absence -> absence.startsAt().isAfter(onlooker.now()))
            .map(absence -> planned(onlooker, absence))
            .toList(),
        new TimeParts.Leaving(
            typed.leaving.kinds(), typed.leaving.from(), typed.leaving.until(), typed.what),
        shifts(agent, typed.shifts),
        quiet(agent, typed.quiet));
  }

  /// What somebody typed and did not get through with; the rest is shown as it is.
  record Typed(
      LeavingForm leaving,
      TimeParts.@Nullable What what,
      @Nullable ShiftForm shifts,
      TimeParts.@Nullable Quiet quiet) {
    static final Typed NOTHING = new Typed(new LeavingForm("", "", ""), null, null, null);

    static Typed leaving(LeavingForm form, TimeParts.@Nullable What what) {
      return new Typed(form, what, null, null);
    }

    static Typed shifts(ShiftForm form) {
      return new Typed(NOTHING.leaving, null, form, null);
    }

    static Typed quiet(TimeParts.Quiet form) {
      return new Typed(NOTHING.leaving, null, null, form);
    }
  }

  private TimeParts.Shifts shifts(Agent agent, @Nullable ShiftForm typed) {
    var spans = doors.presence.shiftsOf(agent.id());
    var form = typed == null ? ShiftForm.of(spans, week()) : typed;
    return form.page(ShiftForm.mark(spans));
  }

  private TimeParts.Quiet quiet(Agent agent, TimeParts.@Nullable Quiet typed) {
    if (typed != null) return typed;
    return doors
        .presence
        .quiet(agent.id())
        .map(quiet -> new TimeParts.Quiet(true, words(quiet.starts()), words(quiet.ends())))
        .orElse(new TimeParts.Quiet(false, NIGHT, MORNING));
  }

  private Map<DayOfWeek, List<Span>> week() {
    return doors.shop.hours().spans();
  }

  private static TimeParts.Planned planned(Onlooker onlooker, Absence absence) {
    var words = new AbsenceWords(onlooker.time(), onlooker.now()).planned(absence);
    return new TimeParts.Planned(absence.id().toString(), words);
  }

  /// "You’re here." "Edie is at a job until 3:30."
  private static String sentence(Onlooker onlooker, Agent agent, @Nullable Absence running) {
    var is = onlooker.is(agent.id()) ? "You’re " : agent.firstName() + " is ";
    if (running == null) return is + "here.";
    var doing = new AbsenceWords(onlooker.time(), onlooker.now()).doing(running);
    return is + doing.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + doing.substring(1) + ".";
  }

  private static String words(LocalTime at) {
    return "%02d:%02d".formatted(at.getHour(), at.getMinute());
  }
}
