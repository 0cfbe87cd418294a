package kept.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import kept.Config;
import kept.Rooms;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.line.sip.Transport;
import kept.phone.ShopTrunk;
import kept.phone.TrunkId;
import kept.platform.Database;
import kept.platform.KeptClock;
import kept.platform.PhoneNumbers;
import kept.platform.postgres.EmbeddedPostgres;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;

/// From an INVITE until the last of ten free agents' phones has got its own, and until an open page
/// shows who it is, in a Kept as a shop runs it: each call is committed before anybody's phone
/// rings, and becomes a missed one with its promise. Fifty others talk meanwhile.
final class PopBench {
  private static final int CONVERSATIONS = 10_000;
  private static final String NUMBER = "+14155550100";

  private PopBench() {}

  static void run() throws Exception {
    var data = Files.createTempDirectory("kept-bench").resolve("shop");
    Files.createDirectories(data);
    try (var kept = RunningKept.start(data)) {
      withRooms(data, rooms -> {
        FullShop.fill(rooms, CONVERSATIONS);
        takesCalls(rooms);
      });
    }
    try (var kept = RunningKept.start(data)) {
      withRooms(data, rooms -> measure(kept, rooms));
    }
    RunningKept.deleteFolder(data.getParent());
  }

  private interface Work {
    void with(Rooms rooms) throws Exception;
  }

  private static void withRooms(Path data, Work work) throws Exception {
    try (var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 2)) {
      work.with(new Rooms(database, Config.Ground.in(data, null), new KeptClock()));
    }
  }

  private static void measure(RunningKept kept, Rooms rooms) throws Exception {
    var owner = rooms.team.owner().id();
    var token = rooms.sessions.start(owner, "bench");
    try (var voices = new Voices();
        var called = new Phones(BenchDesk.CALLED_HOST, kept.sip, voices);
        var callers = new Phones(LineProcess.CALLER_HOST, kept.sip, voices);
        var page = new OpenPage(kept, token)) {
      var talking = new ArrayList<PhoneCall>();
      for (int i = 0; i < Ringing.TALKING; i++)
        talking.add(talks(rooms, owner, callers, called, i));
      for (int i = 0; i < Ringing.PHONES; i++) phone(rooms, owner, called, "Free", i, "rings");
      var pops = new Spread(Ringing.TALKING);
      LineBench.table(
          "INVITE until ten free agents' phones ring, 50 calls talking, with the desk behind the line",
          Ringing.COLUMNS);
      Ringing.time(callers, called, i -> "+1415556" + (1000 + i), NUMBER, (from, since) -> {
        page.awaitNews("calls", "/calls/now", PhoneNumbers.words(from));
        pops.add(System.nanoTime() - since);
      });
      LineBench.table("INVITE until an open page has who it is", "calls | p50 | p99 | worst");
      LineBench.row(pops.count(), pops.cell(0.5), pops.cell(0.99), pops.cell(1));
      Bridges.hangUp(talking);
    }
  }

  private static void takesCalls(Rooms rooms) {
    var owner = rooms.team.owner().id();
    var carrier = new ShopTrunk(
        TrunkId.next(),
        "carrier",
        LineProcess.CALLER_HOST,
        5060,
        Transport.UDP,
        null,
        false,
        1,
        100);
    rooms.trunks.add(owner, carrier, null);
    var door =
        rooms.frontDoors.set(owner, new FrontDoor(FrontDoorId.next(), "Shop", FrontDoors.usual()));
    rooms.lines.set(owner, NUMBER, "The shop", door.id());
  }

  /// One more of us whose phone takes what comes, and somebody who calls them.
  private static PhoneCall talks(Rooms rooms, AgentId owner, Phones callers, Phones called, int i)
      throws Exception {
    phone(rooms, owner, called, "Busy", i, "phone");
    var call = callers.call("+1415557" + (1000 + i), NUMBER);
    int code = call.talk(true);
    if (code != 200) throw new IllegalStateException("A call that should be taken got " + code);
    return call;
  }

  private static void phone(
      Rooms rooms, AgentId owner, Phones called, String name, int i, String conduct)
      throws Exception {
    var agent = AgentId.next();
    var mail = name.toLowerCase(Locale.ROOT) + i + "@example.com";
    rooms.team.join(
        new Agent(agent, name + " " + i, mail, Role.AGENT, null, 345, true, "", null), null);
    var phone = rooms.phones.add(owner, agent, "Desk");
    called.register(phone.phone().userName(), phone.password(), conduct + i);
  }
}
