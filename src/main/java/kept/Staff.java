package kept;

import java.util.List;
import kept.desk.Doorstep;
import kept.desk.Frame;
import kept.desk.Frames;
import kept.desk.HelloPages;
import kept.desk.InvitationPages;
import kept.desk.Onlookers;
import kept.desk.SignInPages;
import kept.desk.TodayPages;
import kept.desk.TodayReading;
import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Agent;
import kept.team.Role;
import kept.team.SessionCookie;

/// What Kept is to the team: every page of the desk, over the rooms.
final class Staff {
  private final Config config;
  private final Rooms rooms;
  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;

  Staff(Config config, Rooms rooms, Pages pages, Assets assets, Extras extras) {
    this.config = config;
    this.rooms = rooms;
    this.pages = pages;
    this.frames = new Frames(assets, rooms.clock, this::badges, extras::lever);
    this.doorstep = new Doorstep(rooms.signIn, rooms.sessions, new SessionCookie(config.web()));
  }

  List<WebRoutes> routes() {
    return List.of(signIn(), hello(), invitations(), today());
  }

  private WebRoutes signIn() {
    var people = new SignInPages.People(rooms.shop, rooms.team, rooms.invitations, rooms.sessions);
    return new SignInPages(pages, frames, doorstep, people);
  }

  private WebRoutes hello() {
    var smtp = "port " + config.mail().port();
    var newShop = new HelloPages.NewShop(rooms.shop, rooms.invitations, smtp, rooms.clock);
    return new HelloPages(pages, frames, doorstep, newShop);
  }

  private WebRoutes invitations() {
    var hosts = new InvitationPages.Hosts(rooms.shop, rooms.team, rooms.invitations);
    return new InvitationPages(pages, frames, doorstep, hosts);
  }

  private WebRoutes today() {
    var onlookers = new Onlookers(rooms.team, rooms.shop, rooms.clock);
    var doors = new TodayReading.Doors(rooms.shop, rooms.conversations, rooms.board, rooms.tallies);
    return new TodayPages(pages, frames, new TodayReading(doors, onlookers));
  }

  private Frame.Badges badges(Agent agent) {
    if (agent.role() == Role.HELPER) return new Frame.Badges(0, rooms.tallies.open(agent.id()));
    return new Frame.Badges(rooms.conversations.countWaiting(), rooms.tallies.open(null));
  }
}
