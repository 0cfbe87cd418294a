package kept;

import java.util.List;
import java.util.stream.Stream;
import kept.desk.AlarmPages;
import kept.desk.AppRoutes;
import kept.desk.CalendarPages;
import kept.desk.CodeAppPages;
import kept.desk.CodePages;
import kept.desk.Crew;
import kept.desk.CrewPages;
import kept.desk.DeedPages;
import kept.desk.DevicePages;
import kept.desk.Devices;
import kept.desk.Doorstep;
import kept.desk.FacePages;
import kept.desk.Frames;
import kept.desk.GreetedPages;
import kept.desk.HelloPages;
import kept.desk.HoursPages;
import kept.desk.InvitationPages;
import kept.desk.InvitingPages;
import kept.desk.LinkPages;
import kept.desk.Own;
import kept.desk.PasskeyInPages;
import kept.desk.PasskeyRows;
import kept.desk.PhoneDoors;
import kept.desk.PhonePages;
import kept.desk.PhoneReading;
import kept.desk.PrivacyPages;
import kept.desk.PromiseRulePages;
import kept.desk.ProofPages;
import kept.desk.ProviderPages;
import kept.desk.ReachingPages;
import kept.desk.SetUpPages;
import kept.desk.SetUpSteps;
import kept.desk.ShopDevicePages;
import kept.desk.ShopPages;
import kept.desk.SignInPages;
import kept.desk.TextPages;
import kept.desk.TimePages;
import kept.desk.TimeReading;
import kept.desk.WaysInPages;
import kept.desk.YouPages;
import kept.frontdoor.SpokenGreetings;
import kept.phone.CallListing;
import kept.phone.PhoneLine;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.ArmedTimes;
import kept.promises.Promises;
import kept.promises.StandIns;
import kept.texts.TwilioDoor;

/// The pages about the team itself: coming in, the first steps, the settings.
final class TeamPages {
  private final Config config;
  private final Rooms rooms;
  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;
  private final PhoneReading phone;

  TeamPages(Config config, Rooms rooms, PhoneLine line, Pages pages, Frames frames) {
    this.config = config;
    this.rooms = rooms;
    this.phone = new PhoneReading(frames, phoneDoors(rooms, line));
    this.pages = pages;
    this.frames = frames;
    var ways = new Doorstep.Ways(
        rooms.signIn,
        rooms.passkeys,
        rooms.mailedLinks,
        rooms.codeApps,
        rooms.shopDevices,
        rooms.dayPins,
        rooms.sessions);
    this.doorstep = new Doorstep(ways, config.web());
  }

  List<WebRoutes> routes() {
    var crew = crew();
    var door = signIn();
    var steps = steps();
    return List.of(
        door,
        new PasskeyInPages(doorstep, door),
        new LinkPages(pages, frames, doorstep, door),
        new CodePages(pages, frames, doorstep),
        new FacePages(pages, frames, doorstep, rooms.team),
        new ShopDevicePages(pages, frames, doorstep, own()),
        new CodeAppPages(pages, frames, doorstep),
        hello(),
        new SetUpPages(pages, steps, doorstep),
        new ReachingPages(pages, steps, phone, smtp()),
        new GreetedPages(pages, steps, new SpokenGreetings(rooms.greetings)),
        invitations(),
        new CrewPages(pages, frames, crew, rooms.team, config.web()),
        new InvitingPages(pages, crew, rooms.invitations, config.web()),
        new ShopPages(pages, frames, rooms.shop, new ShopPages.Mail(smtp(), this::lookAtMail)),
        texts(),
        new HoursPages(pages, frames, rooms.shop, new ArmedTimes(rooms.database), rooms.clock),
        alarms(),
        new PromiseRulePages(pages, frames, rooms.promiseRules, new ArmedTimes(rooms.database)),
        calendar(),
        new PrivacyPages(pages, frames, rooms.retention),
        deeds(),
        new TimePages(pages, frames, time()),
        new YouPages(pages, frames, doorstep, own()),
        new WaysInPages(doorstep),
        new ProofPages(pages, frames, doorstep),
        new DevicePages(pages, devices()),
        new PhonePages(pages, phone),
        new ProviderPages(pages, phone, config.web()),
        new AppRoutes(pages, frames.assets()));
  }

  /// The first steps of a shop, of which Today says what is left.
  SetUpSteps steps() {
    return new SetUpSteps(frames, phone.doors(), new CallListing(rooms.database));
  }

  private static PhoneDoors phoneDoors(Rooms rooms, PhoneLine line) {
    return new PhoneDoors(
        rooms.phones,
        rooms.lines,
        rooms.trunks,
        rooms.frontDoors,
        line,
        rooms.pbxKeys,
        rooms.recordings,
        rooms.helpCalls,
        new PhoneDoors.People(rooms.team, rooms.shop, rooms.clock));
  }

  private List<ShopPages.Said> lookAtMail() {
    var doctor = new DoctorOfMail(config.mail(), rooms.shop.business().email());
    return Stream.of(doctor.relay(), doctor.domain())
        .flatMap(List::stream)
        .map(found -> new ShopPages.Said(found instanceof Finding.Well, found.words()))
        .toList();
  }

  private WebRoutes calendar() {
    var onlookers = Staff.onlookers(rooms);
    var doors = new CalendarPages.Doors(rooms.calendarLinks, rooms.board, rooms.shop);
    return new CalendarPages(pages, frames, onlookers, doors, config.web());
  }

  private WebRoutes texts() {
    var url = config.web().publicUrl();
    var in = (url == null ? "https://your-address" : url) + TwilioDoor.IN;
    var doors = new TextPages.Doors(
        rooms.database, rooms.deliveries, rooms.shop, rooms.shopTexts, rooms.clock, in);
    return new TextPages(pages, frames, doors);
  }

  private WebRoutes deeds() {
    var names = new DeedPages.Names(rooms.customers, rooms.calls);
    return new DeedPages(pages, frames, Staff.onlookers(rooms), rooms.deeds, names);
  }

  private WebRoutes alarms() {
    var onlookers = Staff.onlookers(rooms);
    return new AlarmPages(pages, frames, onlookers, rooms.alarmLog, rooms.alarms.check());
  }

  private TimeReading time() {
    var kept = new Promises.House(
        rooms.team, rooms.shop, rooms.presence, rooms.conversations, rooms.messages);
    var standIns = new StandIns(rooms.database, kept);
    return new TimeReading(
        new TimeReading.Doors(rooms.team, rooms.presence, rooms.shop, standIns),
        Staff.onlookers(rooms));
  }

  private SignInPages signIn() {
    var people = new SignInPages.People(rooms.shop, rooms.team, rooms.invitations, rooms.sessions);
    return new SignInPages(pages, frames, doorstep, people);
  }

  private WebRoutes hello() {
    var newShop = new HelloPages.NewShop(rooms.shop, rooms.invitations, rooms.clock);
    return new HelloPages(pages, frames, doorstep, newShop);
  }

  private WebRoutes invitations() {
    var hosts = new InvitationPages.Hosts(rooms.shop, rooms.team, rooms.invitations);
    return new InvitationPages(pages, frames, doorstep, hosts);
  }

  private Crew crew() {
    var passkeys = new PasskeyRows(rooms.passkeys, rooms.shop, rooms.clock);
    var people = new Crew.People(
        rooms.shop, rooms.team, Staff.whereabouts(rooms), rooms.invitations, passkeys);
    return new Crew(frames, people, rooms.tallies::open, rooms.clock);
  }

  private Own own() {
    return new Own(
        rooms.team,
        rooms.sessions,
        rooms.tokens,
        devices(),
        rooms.phones,
        doorstep,
        rooms.shop,
        rooms.clock);
  }

  private Devices devices() {
    var out = new Devices.Out(rooms.deliveries, rooms.shop, rooms.clock);
    return new Devices(rooms.pushSubscriptions, rooms.pushes, rooms.vapidKeys, out);
  }

  private String smtp() {
    return "port\u00a0" + config.mail().port();
  }
}
