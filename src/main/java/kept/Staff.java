package kept;

import java.util.List;
import java.util.stream.Stream;
import kept.desk.CallLogPages;
import kept.desk.CallingPages;
import kept.desk.ConversationActs;
import kept.desk.ConversationRoutes;
import kept.desk.DoorCallPages;
import kept.desk.Doors;
import kept.desk.ErrorPages;
import kept.desk.FileRoutes;
import kept.desk.ForgettingPages;
import kept.desk.Frame;
import kept.desk.Frames;
import kept.desk.FrontDoorPages;
import kept.desk.FrontDoorReading;
import kept.desk.GreetingRoutes;
import kept.desk.HearingActs;
import kept.desk.InCallPages;
import kept.desk.LiveCalls;
import kept.desk.NewMessages;
import kept.desk.Onlookers;
import kept.desk.PersonRoutes;
import kept.desk.RecordingPages;
import kept.desk.SpokenRoutes;
import kept.desk.Whereabouts;
import kept.desk.WrapUpPages;
import kept.frontdoor.SpokenGreetings;
import kept.phone.DoorCalls;
import kept.phone.PhoneLine;
import kept.phone.Talks;
import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Agent;
import kept.team.Role;
import kept.team.TeamGuard;

/// What Kept is to the team: every page of the desk, over the rooms.
final class Staff {
  private final Config config;
  private final Rooms rooms;
  private final PhoneLine line;
  private final Pages pages;
  private final Frames frames;
  private final Doors doors;
  private final Talks talks;
  private final DoorCalls doorCalls;

  Staff(
      Config config,
      Rooms rooms,
      Telephone.Desk telephone,
      Pages pages,
      Assets assets,
      Extras extras) {
    this.talks = new Talks(telephone.board());
    this.doorCalls = new DoorCalls(telephone.board());
    this.line = telephone.line();
    this.config = config;
    this.rooms = rooms;
    this.pages = pages;
    this.frames =
        new Frames(assets, onlookers(rooms), new Frames.Glances(this::house, extras::lever));
    this.doors = doors(rooms);
  }

  List<WebRoutes> routes() {
    var team = new TeamPages(config, rooms, line, pages, frames);
    var daily = new DailyPages(rooms, talks, team.steps(), pages, frames);
    return Stream.of(team.routes(), conversations(), daily.routes(), frontDoor())
        .flatMap(List::stream)
        .toList();
  }

  private List<WebRoutes> frontDoor() {
    var spoken = new SpokenGreetings(rooms.greetings);
    var below = new FrontDoorReading.Doors(
        rooms.frontDoors,
        rooms.nuisances,
        rooms.lines,
        rooms.missedTexts,
        spoken,
        rooms.shop,
        rooms.team);
    var reading = new FrontDoorReading(below, onlookers(rooms));
    return List.of(
        new FrontDoorPages(pages, frames, reading),
        new GreetingRoutes(pages, reading, rooms.greetings),
        new SpokenRoutes(pages, frames, reading, spoken),
        new DoorCallPages(pages, frames, reading, doorCalls));
  }

  private LiveCalls.Doors calls() {
    return new LiveCalls.Doors(
        rooms.calls, talks, rooms.customers, rooms.conversations, rooms.promises);
  }

  WebRoutes errors(TeamGuard guard) {
    return new ErrorPages(pages, frames, guard);
  }

  private List<WebRoutes> conversations() {
    var crowd = new PersonRoutes.Crowd(rooms.directory, rooms.lastTalks, rooms.board);
    return List.of(
        new NewMessages(pages, frames, doors, rooms.shopTexts),
        new PersonRoutes(pages, frames, doors, crowd),
        forgetting(),
        new ConversationRoutes(pages, frames, doors),
        new ConversationActs(pages, frames, doors),
        new HearingActs(pages, frames, doors),
        new FileRoutes(doors),
        new InCallPages(pages, frames, doors, talks),
        new WrapUpPages(pages, frames, doors),
        new CallingPages(pages, frames, doors, talks, rooms.askedNumbers),
        new CallLogPages(pages, frames, doors),
        new RecordingPages(rooms.calls, rooms.recordings),
        new LiveCalls(pages, onlookers(rooms), calls()));
  }

  private WebRoutes forgetting() {
    return new ForgettingPages(
        pages, frames, doors, new ForgettingPages.Acts(rooms.forgetting, rooms.personExport));
  }

  static Onlookers onlookers(Rooms rooms) {
    return new Onlookers(whereabouts(rooms), rooms.clock);
  }

  static Whereabouts whereabouts(Rooms rooms) {
    return new Whereabouts(rooms.presence, rooms.clock);
  }

  private static Doors doors(Rooms rooms) {
    return new Doors(
        new Doors.Ground(
            rooms.database,
            rooms.clock,
            rooms.events,
            rooms.deliveries,
            rooms.blobs,
            rooms.formKeys),
        rooms.shop,
        rooms.team,
        onlookers(rooms),
        rooms.customers,
        new Doors.Talk(
            rooms.conversations, rooms.messages, rooms.efforts, rooms.calls, rooms.handCalls),
        rooms.promises,
        new Doors.Writing(rooms.recaps, rooms.confirmations, rooms.pageLinks));
  }

  private Frames.House house(Agent agent) {
    if (agent.role() == Role.HELPER)
      return new Frames.House(new Frame.Badges(0, rooms.tallies.open(agent.id())), null);
    var glance = rooms.tallies.glance();
    var badges = new Frame.Badges(glance.waiting(), glance.open(), rooms.calls.countLive());
    return new Frames.House(badges, glance.trouble());
  }
}
