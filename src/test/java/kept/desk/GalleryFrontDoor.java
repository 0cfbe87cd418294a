package kept.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kept.PageProof.Nail;
import kept.desk.FrontDoorPage.Door;
import kept.desk.FrontDoorPage.Earlier;
import kept.desk.FrontDoorPage.Heading;
import kept.desk.FrontDoorPage.Trouble;
import kept.frontdoor.Direct;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.Greeting;
import kept.frontdoor.Greetings;
import kept.frontdoor.Key;
import kept.frontdoor.KeyAct;
import kept.frontdoor.Nuisance;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.frontdoor.Screening;
import kept.frontdoor.Wave;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Hours;
import kept.team.Role;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// The front door as in the mock-up, as it begins, with everything in it, and refused.
final class GalleryFrontDoor {
  static final Agent DANA = agent("Dana Marlow", 345);
  static final Agent PRIYA = agent("Priya Nair", 165);
  static final Agent EDIE = agent("Edie Moss", 105);
  static final Agent JUSTIN = agent("Justin Cole", 60);
  static final Agent TOMAS = agent("Tomás Reyes", 255);
  static final Map<AgentId, Agent> TEAM = new LinkedHashMap<>();

  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  private static final Instant NOW = GalleryCast.at(14, 24);

  static {
    for (var each : List.of(DANA, PRIYA, EDIE, JUSTIN, TOMAS)) TEAM.put(each.id(), each);
  }

  static final Plan MOCK_UP = new Plan(
      false,
      List.of(wave(8, PRIYA), wave(10, EDIE), wave(14, JUSTIN, TOMAS)),
      Overflow.RING_BACK,
      null,
      new Greetings(
          said(
              4_000,
              "Marlow and Daughter. We record so you never have to say it twice. Here’s a person."),
          said(6_500, "We’re closed till eight. Say what it is, and a person rings you at 8:15."),
          null),
      List.of(new Key('1', KeyAct.RING_BACK, List.of())),
      Screening.NONE,
      null);

  static final Plan FULL = MOCK_UP
      .knownFirst(true)
      .waves(List.of(wave(30, PRIYA), wave(40, EDIE), wave(45, JUSTIN, TOMAS, DANA), wave(60)))
      .overflow(Overflow.NUMBER, "+14155550177")
      .keys(List.of(
          new Key('1', KeyAct.RING_BACK, List.of()),
          new Key('2', KeyAct.PEOPLE, List.of(EDIE.id(), TOMAS.id())),
          new Key('3', KeyAct.VOICEMAIL, List.of())))
      .screening(Screening.UNKNOWN)
      .direct(new Direct(DANA.id(), List.of("+14155550142", "+14155550143", "+14155550144")));

  private GalleryFrontDoor() {}

  static void hang(Frame frame, Nail wall) {
    var before = MOCK_UP.waves(List.of(wave(15, PRIYA), wave(10, EDIE), wave(14, JUSTIN, TOMAS)));
    wall.hang("/front-door", "door/page.jte", page(frame, MOCK_UP, before, List.of(), 0));
    wall.hang(
        "/front-door-begins", "door/page.jte", page(frame, FrontDoors.usual(), null, List.of(), 0));
    wall.hang("/front-door-full", "door/page.jte", page(frame, FULL, MOCK_UP, List.of(), 20));
    wall.hang(
        "/front-door-refused",
        "door/page.jte",
        page(
            frame,
            MOCK_UP.waves(List.of()),
            MOCK_UP,
            List.of(
                new Trouble(
                    "Nobody rings: a caller would never reach a person.", "Let everyone ring", 0),
                new Trouble("Nobody of the team takes calls, so nobody would ring.", null, 1)),
            2));
    wall.hang("/front-door-none", "door/none.jte", new FrontDoorPage.None(frame, true));
  }

  private static FrontDoorPage page(
      Frame frame, Plan plan, @Nullable Plan before, List<Trouble> troubles, int many) {
    var bill = new BillWords(plan, before);
    var time = new ShopTime(ZONE);
    var hours = new HoursWords(Hours.of("Mon-Fri 08:00-18:00; Sat 09:00-16:00", ZONE), time, NOW);
    var strip = new StripWords(plan, new Onlooker(DANA, NOW, time, TEAM), hours, nuisances(many));
    var heading = new Heading(
        "Front door · (415) 555-0100",
        bill.sentence(),
        bill.brief(),
        before == null ? null : bill.difference());
    var door = new Door(
        "0199",
        true,
        heading,
        FrontDoorReading.picture(plan, TEAM, many > 0, Duration.ofHours(1)),
        troubles,
        strip.strip(),
        bill.bill("“Was” is the door you had until November 3."),
        many == 0
            ? List.of()
            : IntStream.range(0, 5)
                .mapToObj(i -> new Earlier("" + i, "Oct 3 to Nov 3", "0 keys, 6 s, 58 busy"))
                .toList(),
        new FrontDoorPage.Texts(
            many != 20,
            "Marlow & Daughter here, sorry we missed you. A person will ring you by 2:58 pm."
                + " Want another time?",
            "Marlow & Daughter here. We open tomorrow 8:00 am. A person will ring you by"
                + " tomorrow 9:00 am. Want another time?"),
        new FrontDoorPage.Closing(
            "Closed Thursday for Thanksgiving Day. Tell callers from today?",
            "We are closed on Thursday for Thanksgiving Day.",
            3,
            false));
    return new FrontDoorPage(frame, many == 20 ? ways() : List.of(), door);
  }

  private static List<FrontDoorPage.Way> ways() {
    return List.of(
        new FrontDoorPage.Way("/front-door", "The shop", true),
        new FrontDoorPage.Way("/front-door", "Repairs", false));
  }

  private static List<Nuisance> nuisances(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> new Nuisance(
            "+141555501" + (10 + i),
            List.of("", "Ducts", "Rings and says nothing").get(i % 3),
            NOW))
        .toList();
  }

  private static Wave wave(int seconds, Agent... agents) {
    return new Wave(Stream.of(agents).map(Agent::id).toList(), Duration.ofSeconds(seconds));
  }

  private static Greeting said(int millis, String words) {
    return new Greeting("0".repeat(64), Duration.ofMillis(millis), words);
  }

  private static Agent agent(String name, int hue) {
    return new Agent(AgentId.next(), name, "x@example.com", Role.OWNER, null, hue, true, "", null);
  }
}
