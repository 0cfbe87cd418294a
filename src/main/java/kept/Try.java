package kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kept.desk.Frame;
import kept.email.FolderWay;
import kept.email.MailWay;
import kept.platform.KeptClock;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.sample.CallRoutes;
import kept.sample.Doors;
import kept.sample.Keys;
import kept.sample.LetterRoutes;
import kept.sample.LeverClock;
import kept.sample.LeverRoutes;
import kept.sample.PretendNetwork;
import kept.sample.SampleShop;
import kept.sample.ShopPhones;

/// `./kept try`: the sample shop, in a folder that is gone when it stops unless `KEPT_DATA` names
/// one.
public final class Try implements Extras, AutoCloseable {
  private static final Map<Config.Setting, String> FREE_PORTS = Map.of(
      Config.Setting.KEPT_HTTP_PORT, "0",
      Config.Setting.KEPT_SMTP_PORT, "0",
      Config.Setting.KEPT_SIP_PORT, "0");

  private final boolean throwaway;
  private final Config config;
  private final LeverClock clock = new LeverClock(new KeptClock());
  private final House house;
  private final Keys keys;
  private final Optional<PretendNetwork> network;

  private Try(Config config, boolean throwaway) {
    if (config.databaseUrl() != null)
      throw new Refusal("./kept try brings a database of its own: unset KEPT_DATABASE_URL.");
    this.config = config;
    this.throwaway = throwaway;
    this.house = House.open(config, clock);
    try {
      this.keys = new SampleShop(doors(house.rooms()), clock).open();
      this.network = network(house.rooms());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /// Tells the story, or goes on with it, in the folder that the environment names.
  static Try open(Map<String, String> environment) {
    var settings = new HashMap<>(environment);
    var throwaway = !settings.containsKey("KEPT_DATA");
    if (throwaway) settings.put("KEPT_DATA", temporary().toString());
    return new Try(Config.read(settings, FREE_PORTS), throwaway);
  }

  Kept start(Pages pages) {
    var kept = house.start(pages, this);
    network.ifPresent(callers -> callers.reach(sipHost(), kept::sipPort));
    return kept;
  }

  /// What whoever started it needs to look around.
  void introduce(Kept kept) {
    System.out.println("data=" + config.data());
    for (var who : keys.signIns()) {
      System.out.println(who.role() + "=" + who.email() + " password=" + who.password());
    }
    System.out.println("page=" + kept.url() + keys.page());
    System.out.println("token=" + keys.token());
    if (network.isEmpty())
      System.out.println("Nobody can pretend to ring: this machine has no address 127.0.0.2.");
  }

  Keys keys() {
    return keys;
  }

  Path data() {
    return config.data();
  }

  @Override
  public Optional<MailWay> way() {
    return Optional.of(new FolderWay(config.data().resolve("outbox"), clock));
  }

  @Override
  public List<WebRoutes> routes(Kept kept) {
    return Stream.concat(
            Stream.of(
                new LeverRoutes(clock, () -> moved(kept)), new LetterRoutes(kept::smtpPort, clock)),
            network.map(CallRoutes::new).stream())
        .toList();
  }

  @Override
  public Optional<Frame.Lever> lever() {
    var now = clock.instant();
    var time = house.rooms().shop.time();
    var presses = network.map(PretendNetwork::presses).orElse(List.of());
    return Optional.of(new Frame.Lever(
        time.weekday(now) + " " + time.time(now),
        presses.stream()
            .map(press -> new Frame.Press(press.words(), press.action()))
            .toList()));
  }

  @Override
  public void close() {
    network.ifPresent(PretendNetwork::close);
    house.close();
    if (throwaway) delete(config.data());
  }

  /// What is due now has happened before the lever answers.
  private void moved(Kept kept) {
    house.rooms().alarms.fireWhatIsDue();
    kept.clockMoved();
  }

  private Optional<PretendNetwork> network(Rooms rooms) {
    var phones =
        new ShopPhones(rooms.frontDoors, rooms.lines, rooms.phones, rooms.trunks, rooms.team);
    return PretendNetwork.open(phones, rooms.calls, clock);
  }

  /// Where a program on this machine finds the shop's line.
  private String sipHost() {
    var bind = config.phone().bind();
    return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
  }

  /// The doors through which the story is told.
  public static Doors doors(Rooms rooms) {
    return new Doors(
        rooms.database,
        rooms.deliveries,
        rooms.blobs,
        rooms.secrets,
        rooms.shop,
        rooms.team,
        rooms.signIn,
        rooms.tokens,
        rooms.customers,
        rooms.conversations,
        rooms.messages,
        rooms.efforts,
        rooms.resolution,
        rooms.promises,
        rooms.alarms,
        rooms.recaps,
        rooms.pageLinks,
        rooms.confirmations);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("kept-try-");
    } catch (IOException e) {
      throw new UncheckedIOException("There is no room for a folder to try Kept in.", e);
    }
  }

  private static void delete(Path folder) {
    try (var inside = Files.walk(folder)) {
      for (var path : inside.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    } catch (IOException e) {
      System.err.println("The folder " + folder + " could not be deleted: " + e.getMessage());
    }
  }
}
