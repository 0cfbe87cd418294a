package kept.desk;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kept.desk.FrontDoorPage.Door;
import kept.desk.FrontDoorPage.Earlier;
import kept.desk.FrontDoorPage.Heading;
import kept.desk.FrontDoorPage.Picture;
import kept.desk.FrontDoorPage.Texts;
import kept.desk.FrontDoorPage.Trouble;
import kept.frontdoor.DoorDraft;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.Nuisances;
import kept.frontdoor.PastDoor;
import kept.frontdoor.Path;
import kept.frontdoor.Path.Way;
import kept.frontdoor.Paths;
import kept.frontdoor.Plan;
import kept.frontdoor.SpokenGreetings;
import kept.phone.MissedTexts;
import kept.phone.ShopLine;
import kept.phone.ShopLines;
import kept.platform.PhoneNumbers;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
import kept.team.Shop;
import kept.team.Team;
import org.jspecify.annotations.Nullable;

/// Reads a front door for its page: its draft where there is one, else the plan in force. Threads
/// may share this object.
public final class FrontDoorReading {
  private final Doors doors;
  private final Onlookers onlookers;

  /// The doors of the rooms below.
  public record Doors(
      FrontDoors doors,
      Nuisances nuisances,
      ShopLines lines,
      MissedTexts missed,
      SpokenGreetings spoken,
      Shop shop,
      Team team) {}

  public FrontDoorReading(Doors doors, Onlookers onlookers) {
    this.doors = doors;
    this.onlookers = onlookers;
  }

  Doors doors() {
    return doors;
  }

  FrontDoorPage.None none(Context request, Frame frame) {
    return new FrontDoorPage.None(frame, may(onlookers.of(request)));
  }

  FrontDoorPage page(Context request, Frame frame, FrontDoor door) {
    var all = doors.doors().list();
    var ways = all.stream()
        .map(each -> new FrontDoorPage.Way(
            FrontDoorPages.HOME + "/" + each.id(), each.name(), each.id().equals(door.id())))
        .toList();
    return new FrontDoorPage(frame, ways.size() > 1 ? ways : List.of(), door(request, door));
  }

  Door door(Context request, FrontDoor door) {
    var onlooker = onlookers.of(request);
    var draft = doors.doors().draft(door.id());
    var past = doors.doors().past(door.id());
    var today = onlooker.time().day(onlooker.now());
    var drafted = draft.map(DoorDraft::plan).orElse(door.plan());
    var plan = drafted.greetings(drafted.greetings().on(today));
    var bill = new BillWords(plan, before(door, draft, past));
    var hours = new HoursWords(doors.shop().hours(), onlooker.time(), onlooker.now());
    var strip = new StripWords(plan, onlooker, hours, doors.nuisances().list());
    return new Door(
        door.id().toString(),
        may(onlooker),
        heading(door, draft, bill),
        picture(
            plan,
            onlooker.team(),
            !doors.nuisances().list().isEmpty(),
            doors.missed().within()),
        draft.isEmpty() ? List.of() : troubles(plan),
        strip.strip(),
        bill.bill(whatItWas(draft, past, onlooker)),
        past.stream().map(each -> earlier(each, onlooker)).toList(),
        texts(),
        notice(plan, today));
  }

  private FrontDoorPage.@Nullable Closing notice(Plan plan, LocalDate today) {
    return new ClosingWords(doors.shop().hours(), today)
        .closing(plan.greetings(), doors.spoken()::length);
  }

  private Texts texts() {
    var missed = doors.missed();
    return new Texts(missed.areSetUp(), missed.preview(true), missed.preview(false));
  }

  /// What is closed in the coming week.
  ClosingWords closing(Context request) {
    var onlooker = onlookers.of(request);
    return new ClosingWords(doors.shop().hours(), onlooker.time().day(onlooker.now()));
  }

  private static boolean may(Onlooker onlooker) {
    return onlooker.me().role() == Role.OWNER;
  }

  /// What a draft is compared with, or the door in force.
  private static @Nullable Plan before(
      FrontDoor door, Optional<DoorDraft> draft, List<PastDoor> past) {
    if (draft.isPresent()) return door.plan();
    return past.isEmpty() ? null : past.getFirst().plan();
  }

  private static String whatItWas(
      Optional<DoorDraft> draft, List<PastDoor> past, Onlooker onlooker) {
    if (draft.isPresent()) return "“Was” is the door that callers meet now.";
    if (past.isEmpty()) return "";
    var until = onlooker.time().date(past.getFirst().endedAt(), onlooker.now());
    return "“Was” is the door you had until " + until + ".";
  }

  private Heading heading(FrontDoor door, Optional<DoorDraft> draft, BillWords bill) {
    var numbers = doors.lines().list().stream()
        .filter(line -> line.frontDoor().equals(door.id()))
        .map(ShopLine::number)
        .map(PhoneNumbers::words);
    var where = Stream.concat(Stream.of(door.name()), numbers).collect(Collectors.joining(" · "));
    return new Heading(
        where, bill.sentence(), bill.brief(), draft.map(_ -> bill.difference()).orElse(null));
  }

  /// A holiday without words of its own is a closed day, and nobody goes the way of nuisances while
  /// the list is empty. Without a wave there is nothing to draw.
  static Picture picture(Plan plan, Map<AgentId, Agent> team, boolean nuisances, Duration within) {
    var paths = Paths.of(plan, team, within);
    var drawn = paths.stream()
        .filter(path -> path.way() != Way.HOLIDAY || plan.greetings().holiday() != null)
        .filter(path -> path.way() != Way.NUISANCE || nuisances)
        .toList();
    var said = plan.greetings().hello();
    var drawings = Stream.of(PathsDrawing.Size.values())
        .filter(_ -> !plan.waves().isEmpty())
        .map(size -> PathsDrawing.of(size, drawn, said, team))
        .toList();
    return new Picture(drawings, paths.stream().map(Path::words).toList());
  }

  private List<Trouble> troubles(Plan plan) {
    var objections = doors.doors().objections(plan);
    return IntStream.range(0, objections.size())
        .mapToObj(nth -> {
          var objection = objections.get(nth);
          var wayOut = objection.wayOut();
          return new Trouble(objection.sentence(), wayOut == null ? null : wayOut.words(), nth);
        })
        .toList();
  }

  private static Earlier earlier(PastDoor past, Onlooker onlooker) {
    var time = onlooker.time();
    var when = time.date(past.beganAt(), onlooker.now()) + " to "
        + time.date(past.endedAt(), onlooker.now());
    return new Earlier(past.id().toString(), when, new BillWords(past.plan(), null).brief());
  }
}
