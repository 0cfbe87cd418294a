package kept;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.function.UnaryOperator;
import kept.platform.SettableClock;
import kept.platform.http.Pages;
import kept.platform.http.WebSettings;
import kept.platform.postgres.Eventually;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// All of Kept on free ports, wired as in production, over a real database with Marlow & Daughter
/// in it and a clock that tests move.
public final class TestKept implements AutoCloseable {
  public final TestShop shop;
  public final Rooms rooms;
  public final SettableClock clock;
  private final Config config;
  private final Kept kept;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  public TestKept() {
    this(new TestShop());
  }

  public TestKept(TestShop shop) {
    this(shop, (String) null);
  }

  /// Sends its mail by this relay.
  public TestKept(TestShop shop, @Nullable String relayUrl) {
    this(shop, relayUrl, UnaryOperator.identity());
  }

  /// With other settings than a test's usual ones.
  public TestKept(TestShop shop, UnaryOperator<Config> changed) {
    this(shop, null, changed);
  }

  private TestKept(TestShop shop, @Nullable String relayUrl, UnaryOperator<Config> changed) {
    this.shop = shop;
    this.rooms = shop.rooms;
    this.clock = shop.clock;
    var web = new WebSettings("127.0.0.1", 0, null, Set.of());
    var sound = TestPorts.forSound();
    this.config = changed.apply(new Config(
        Config.Ground.in(shop.folder, null),
        web,
        new Config.Mail("127.0.0.1", 0, relayUrl),
        new Config.Phone("127.0.0.1", 0, sound.first(), sound.last(), "127.0.0.1")));
    this.kept = Kept.start(config, rooms, shop.address, Pages.built(), Extras.NONE);
  }

  /// Kept as after its very first start: nobody there, nothing said.
  public static TestKept notSetUp() {
    var shop = new TestShop();
    shop.database.useTransaction(
        tx -> tx.execute("truncate business, opening_span, agent cascade"));
    return new TestKept(shop);
  }

  public Kept kept() {
    return kept;
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + kept.httpPort() + path);
  }

  /// A browser in which nobody is signed in.
  public TestBrowser stranger() {
    return new TestBrowser(this, http);
  }

  /// A browser in which this member of the team is signed in.
  public TestBrowser as(AgentId agent) {
    return stranger().with("kept", rooms.sessions.start(agent, "A test"));
  }

  /// A program with an API token of the owner's.
  public TestBrowser program() {
    return stranger().bearing(rooms.tokens.create("a test", shop.dana));
  }

  /// Fires the alarms that are due and waits for those that Kept's own loop has in hand.
  public void fireWhatIsDue() throws Exception {
    Eventually.isTrue(() -> {
      rooms.alarms.fireWhatIsDue();
      return dueYet() == 0;
    });
  }

  private int dueYet() {
    return shop.database.inTransaction(tx -> tx.createQuery(
            "select count(*) from alarm where fired_at is null and cancelled_at is null and at <= :now")
        .bind("now", clock.instant())
        .mapTo(Integer.class)
        .one());
  }

  @Override
  public void close() {
    kept.close();
    shop.close();
  }
}
