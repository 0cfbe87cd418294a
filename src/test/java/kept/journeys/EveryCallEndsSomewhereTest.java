package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kept.Config;
import kept.Rooms;
import kept.TestPorts;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.line.Sipp;
import kept.line.sip.Credentials;
import kept.line.sip.Transport;
import kept.phone.Outcome;
import kept.phone.PhoneCall;
import kept.phone.Phones;
import kept.phone.ShopTrunk;
import kept.phone.TrunkId;
import kept.platform.Database;
import kept.platform.KeptClock;
import kept.platform.postgres.EmbeddedPostgres;
import kept.platform.postgres.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Law 1, with Kept killed (-9) in the middle: whoever heard more than a 100 from us is on a
/// timeline, once, with a person or a promise. Callers hang up when they like, one phone
/// takes whom it can, and the others wait in line or talk to the tape. `./kept bench calls`
/// has more of everything.
class EveryCallEndsSomewhereTest {
  private static final int CALLS = Integer.getInteger("kept.calls", 32);
  private static final int KILLS = Integer.getInteger("kept.kills", 2);
  private static final int A_SECOND = 8;
  /// Who rings while nobody is there gives up: so many have heard us before we die.
  private static final int SOME = 5;
  private static final String NUMBER = "+14155550100";
  private static final Pattern ANSWERED = Pattern.compile(
      "SIP/2\\.0 (?:180|200)[^\\r\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*?From: <sip:(\\+\\d+)@");

  @Test
  void alsoWhenKeptIsKilled(@TempDir Path folder) throws Exception {
    var data = Files.createDirectories(folder.resolve("shop"));
    var settings = Map.of("KEPT_BIND", "127.0.0.1", "KEPT_SIP_PORT", "" + TestPorts.next());
    Phones.Added phone;
    try (var kept = KeptProcess.start(data, "start", settings);
        var database = open(data)) {
      phone = setUp(rooms(database, data));
      kept.kill();
    }

    int port = Integer.parseInt(settings.get("KEPT_SIP_PORT"));
    var moments = new Random(CALLS);
    var kept = KeptProcess.start(data, "start", settings);
    var answering = answers(phone, port);
    try (var callers = callers(folder, port)) {
      Eventually.isTrue(() -> heard(callers).size() >= SOME);
      for (int kill = 0; kill < KILLS; kill++) {
        Thread.sleep((kill == 0 ? 0 : 1_500) + moments.nextInt(2_000));
        kept.kill();
        kept = KeptProcess.start(data, "start", settings);
        answering.close();
        answering = answers(phone, port);
      }
      callers.ends();
      try (var database = open(data)) {
        judge(rooms(database, data), heard(callers));
      }
    } finally {
      answering.close();
      kept.close();
    }
  }

  /// A phone that takes every call it gets.
  private static Sipp answers(Phones.Added phone, int port) throws Exception {
    var proof = new Credentials(phone.phone().userName(), phone.password());
    return Sipp.phone("uas-answers", proof, port, "-m", "100000", "-timeout", "3000s");
  }

  private static void judge(Rooms rooms, Set<String> heard) throws Exception {
    Eventually.isTrue(() -> rooms.calls.live().isEmpty());
    Eventually.isTrue(() -> rooms.calls.page(null, 3 * CALLS).stream()
        .flatMap(call -> rooms.callLegs.of(call.id()).stream())
        .allMatch(leg -> leg.leftAt() != null));
    var calls = rooms.calls.page(null, 3 * CALLS);
    var times = new TreeMap<String, Integer>();
    for (var call : calls) times.merge(String.valueOf(call.number()), 1, Integer::sum);

    print(calls, heard.size(), times);
    assertThat(heard).as("callers who heard something").hasSizeGreaterThan(CALLS / 8);
    assertThat(times.keySet()).as("callers on a timeline").containsAll(heard);
    assertThat(times.values()).as("how often each").containsOnly(1);
    assertThat(calls)
        .allSatisfy(call -> assertThat(call.agent() != null || call.promise() != null)
            .as("%s", call)
            .isTrue());
    assertThat(calls)
        .as("some were cut off")
        .extracting(PhoneCall::outcome)
        .contains(Outcome.DROPPED);
  }

  private static void print(List<PhoneCall> calls, int heard, Map<String, Integer> times) {
    var outcomes = new TreeMap<Outcome, Integer>();
    for (var call : calls) outcomes.merge(call.outcome(), 1, Integer::sum);
    var owed = calls.stream().filter(call -> call.promise() != null).count();
    var talked = calls.stream().filter(call -> call.agent() != null).count();
    System.out.printf(
        "| calls %d | kills %d | heard us %d | on a timeline %d | twice %d | with a person %d | with a promise %d |%n",
        CALLS,
        KILLS,
        heard,
        times.size(),
        times.values().stream().filter(each -> each > 1).count(),
        talked,
        owed);
    System.out.println("| " + outcomes + " |");
    var rang = calls.stream()
        .filter(call -> call.rangAt() != null)
        .map(call -> Duration.between(call.beganAt(), call.rangAt()).toMillis())
        .sorted()
        .toList();
    if (!rang.isEmpty())
      System.out.printf(
          "| from the call's row to a phone that rings: p50 %d ms | p99 %d ms | of %d |%n",
          rang.get(rang.size() / 2), rang.get(rang.size() * 99 / 100), rang.size());
  }

  private static Set<String> heard(Sipp callers) throws IOException {
    var heard = new HashSet<String>();
    var found = ANSWERED.matcher(callers.messages());
    while (found.find()) heard.add(found.group(1));
    return heard;
  }

  private static Sipp callers(Path folder, int port) throws IOException {
    var numbers = folder.resolve("numbers.csv");
    Files.writeString(
        numbers,
        IntStream.range(0, CALLS)
            .mapToObj(i -> "+1415555%04d;".formatted(1000 + i))
            .collect(Collectors.joining("\n", "SEQUENTIAL\n", "\n")));
    return Sipp.start(
        "uac-many",
        "127.0.0.2",
        port,
        "-s",
        NUMBER,
        "-inf",
        numbers.toString(),
        "-m",
        "" + CALLS,
        "-r",
        "" + A_SECOND,
        "-timeout",
        "3000s",
        "-recv_timeout",
        "4000");
  }

  private static Phones.Added setUp(Rooms rooms) {
    new BusyShop(rooms);
    var owner = rooms.team.owner().id();
    var carrier = new ShopTrunk(
        TrunkId.next(), "carrier", "127.0.0.2", 5060, Transport.UDP, null, false, 1, 100);
    rooms.trunks.add(owner, carrier, null);
    var door =
        rooms.frontDoors.set(owner, new FrontDoor(FrontDoorId.next(), "Shop", FrontDoors.usual()));
    rooms.lines.set(owner, NUMBER, "The shop", door.id());
    return rooms.phones.add(owner, owner, "Desk");
  }

  private static Rooms rooms(Database database, Path data) {
    return new Rooms(database, Config.Ground.in(data, null), new KeptClock());
  }

  private static Database open(Path data) {
    return Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 2);
  }
}
