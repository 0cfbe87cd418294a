package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kept.TestKept;
import kept.TestPorts;
import kept.TestShop;
import kept.conversations.Conversation;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.frontdoor.Wave;
import kept.line.Baresip;
import kept.line.Leg;
import kept.line.Line;
import kept.line.Sipp;
import kept.line.rtp.G711;
import kept.line.rtp.Law;
import kept.line.sip.Credentials;
import kept.line.sip.Transport;
import kept.team.AgentId;

/// Marlow & Daughter with a telephone: a carrier at 127.0.0.2, one number, and phones that sipp
/// plays. Calls come over real SIP.
final class TestPhones implements AutoCloseable {
  static final String NUMBER = "+14155550100";
  static final String CARRIER = "127.0.0.2";
  static final int CARRIER_PORT = TestPorts.next();

  /// Of a recording: two ways in mu-law behind it.
  private static final int HEAD = 58;

  final TestKept kept;
  private final List<Sipp> phones = new ArrayList<>();
  private final List<Baresip> softphones = new ArrayList<>();

  TestPhones() {
    this(Overflow.VOICEMAIL);
  }

  TestPhones(Overflow overflow) {
    this(usual(overflow));
  }

  private static Plan usual(Overflow overflow) {
    return new Plan(false, List.of(new Wave(List.of(), Duration.ofSeconds(10))), overflow);
  }

  /// One with another carrier at this port, for where the first has no way.
  static TestPhones withSecondCarrier(int port) {
    var shop = new TestShop();
    var second =
        new ShopTrunk(TrunkId.next(), "second", CARRIER, port, Transport.UDP, null, false, 2, 30);
    shop.rooms.trunks.add(shop.dana, second, null);
    return new TestPhones(shop, usual(Overflow.VOICEMAIL));
  }

  TestPhones(Plan plan) {
    this(new TestShop(), plan);
  }

  /// One in which the owner's phones ring only when the others' have rung in vain.
  static TestPhones ownerLast() {
    var shop = new TestShop();
    var team = new Wave(List.of(shop.priya, shop.edie), Duration.ofSeconds(10));
    var owner = new Wave(List.of(shop.dana), Duration.ofSeconds(10));
    return new TestPhones(shop, new Plan(false, List.of(team, owner), Overflow.VOICEMAIL));
  }

  private TestPhones(TestShop shop, Plan plan) {
    var dana = shop.dana;
    shop.rooms.trunks.add(
        dana,
        new ShopTrunk(
            TrunkId.next(), "carrier", CARRIER, CARRIER_PORT, Transport.UDP, null, false, 1, 30),
        null);
    var door = shop.rooms.frontDoors.set(dana, new FrontDoor(FrontDoorId.next(), "Shop", plan));
    shop.rooms.lines.set(dana, NUMBER, "The shop", door.id());
    kept = new TestKept(shop);
  }

  /// Everybody outside who is called. It is asked whether it is there, which sipp counts as a call.
  static Sipp carrier(String scenario) throws IOException {
    var port = "" + CARRIER_PORT;
    return Sipp.start(scenario, CARRIER, 9, "-p", port, "-aa", "-m", "20", "-timeout", "180s");
  }

  int port() {
    return kept.kept().sipPort();
  }

  /// Registers a phone of this agent's that behaves like this.
  Sipp phone(AgentId agent, String scenario, String... options)
      throws IOException, InterruptedException {
    var added = kept.rooms.phones.add(kept.shop.dana, agent, "Desk");
    var proof = new Credentials(added.phone().userName(), added.password());
    var phone = Sipp.phone(scenario, proof, port(), options);
    phones.add(phone);
    return phone;
  }

  /// Registers a softphone of this agent's that takes every call and says a tone.
  Baresip saying(AgentId agent, int hertz) throws IOException, InterruptedException {
    var added = kept.rooms.phones.add(kept.shop.dana, agent, "Desk");
    var setup = new Baresip.Setup(added.phone().userName(), hertz).secret(added.password());
    var phone = soft(setup);
    waits("it is registered", () -> !line().phonesOf(setup.user()).isEmpty());
    return phone;
  }

  /// Chuck's telephone, which says a tone; it rings the shop's number.
  Baresip ringsSaying(int hertz) throws IOException, InterruptedException {
    return ringsSaying("+14155550142", hertz);
  }

  Baresip ringsSaying(String number, int hertz) throws IOException, InterruptedException {
    var phone = soft(new Baresip.Setup(number, hertz).at(CARRIER));
    phone.dial(NUMBER);
    return phone;
  }

  private Baresip soft(Baresip.Setup setup) throws IOException, InterruptedException {
    var phone = Baresip.start(port(), setup);
    softphones.add(phone);
    phone.prints("baresip is ready");
    return phone;
  }

  Line line() {
    return kept.kept().talks().board.reach().line();
  }

  /// Everybody who is in the only call, the caller first.
  List<Leg> legs() {
    return line().calls().iterator().next().legs().stream()
        .filter(leg -> !leg.isOver())
        .toList();
  }

  /// Somebody rings the shop's number.
  void rings(String scenario, int talksMillis) throws Exception {
    Sipp.patiently(
            () -> Sipp.start(scenario, CARRIER, port(), "-s", NUMBER, "-d", "" + talksMillis))
        .passes();
  }

  /// Chuck and his cracked TV, with the number that callers here ring from.
  Conversation chuck() {
    var tv = kept.shop.crackedTv();
    var number = new Approach(
        IdentityKind.PHONE,
        "+14155550142",
        null,
        "gave it to us",
        VerificationLevel.RECOGNISED,
        false);
    kept.rooms.customers.addIdentity(kept.shop.dana, tv.customer(), number);
    return tv;
  }

  /// The same, while the test goes on.
  Thread later(String scenario, int talksMillis) {
    return Thread.ofVirtual().start(() -> {
      try {
        rings(scenario, talksMillis);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /// The call, once a person talks in it.
  PhoneCall talked() throws InterruptedException {
    waits(
        "they talk",
        () -> kept.rooms.calls.live().stream().anyMatch(call -> call.talkedAt() != null));
    return kept.rooms.calls.live().getFirst();
  }

  void waits(PhoneCall call, Predicate<TalkState> fact) throws InterruptedException {
    waits(
        "the talk changes", () -> kept.kept().talks().of(call.id()).filter(fact).isPresent());
  }

  /// What was written of a talk: 0 is what the other said, 1 what they heard.
  short[] taped(PhoneCall call, int channel) throws IOException, InterruptedException {
    waits("the recording is written", () -> line().recordings() == 0);
    var file = kept.shop.folder.resolve("recordings").resolve(call.id() + "-talk.wav");
    var bytes = Files.readAllBytes(file);
    var way = new short[(bytes.length - HEAD) / 2];
    for (int i = 0; i < way.length; i++)
      way[i] = G711.decode(Law.PCMU, bytes[HEAD + 2 * i + channel]);
    return way;
  }

  /// The only call, once it is over.
  PhoneCall over() throws InterruptedException {
    return over(1).getFirst();
  }

  List<PhoneCall> over(int calls) throws InterruptedException {
    try {
      waits(calls + " calls are over", () -> areOver(all(), calls));
    } catch (AssertionError late) {
      throw new AssertionError("the calls are " + all(), late);
    }
    return all();
  }

  private List<PhoneCall> all() {
    return kept.rooms.calls.page(null, 50);
  }

  private static boolean areOver(List<PhoneCall> all, int calls) {
    return all.size() == calls && all.stream().allMatch(PhoneCall::isOver);
  }

  static void waits(String what, Supplier<Boolean> fact) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!fact.get()) {
      assertThat(System.nanoTime()).as("waited in vain: %s", what).isLessThan(until);
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    phones.forEach(Sipp::close);
    try {
      for (var phone : softphones) phone.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      kept.close();
    }
  }
}
