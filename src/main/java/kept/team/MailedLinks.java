package kept.team;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kept.platform.Buckets;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Refusal;
import kept.platform.Secrets;
import kept.team.SignInSteps.Purpose;

/// Links by mail that let somebody in: once, within a quarter of an hour, in the browser that asked
/// and in no other. Threads may share this object.
///
/// Whoever asks is told the same, after the same time, whether the address is on the team or not.
public final class MailedLinks {
  static final Duration LASTS = Duration.ofMinutes(15);
  private static final String EVERYONE = "everyone";

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final Deliveries deliveries;
  private final SignInSteps steps;
  private final TeamStore team = new TeamStore();
  private final Buckets ofAddresses;
  private final Buckets ofAccounts;
  private final Buckets ofEveryone;

  public MailedLinks(
      Database database,
      Events events,
      Secrets secrets,
      Deliveries deliveries,
      InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.deliveries = deliveries;
    this.steps = new SignInSteps(database, secrets, clock);
    this.ofAddresses = new Buckets(secrets, clock, 10, Duration.ofMinutes(1));
    this.ofAccounts = new Buckets(secrets, clock, 3, Duration.ofMinutes(5));
    this.ofEveryone = new Buckets(secrets, clock, 60, Duration.ofSeconds(5));
  }

  /// Whether mail leaves this house at all.
  public boolean canBeSent() {
    return deliveries.carries(Deliveries.LETTER);
  }

  /// What a browser that asks for the first time is known by from then on.
  public String freshBrowser() {
    return secrets.freshToken();
  }

  /// Who asks, from which address on the net, in a browser that is known by this secret.
  public record Asking(String email, String address, String browser, ReturnPath next) {}

  /// Sends a link, if the address is on the team and did not get some already.
  public void send(Asking asking) {
    if (!taken(ofAddresses.of(SignInThrottle.network(asking.address)), ofEveryone.of(EVERYONE)))
      throw new Refusal("That was asked too often. Wait a minute, then try again.");
    var beat = new Beat();
    var email = asking.email.strip();
    if (taken(ofAccounts.of(email.toLowerCase(Locale.ROOT))))
      database.read(tx -> team.agentWithEmail(tx, email)).ifPresent(agent -> send(agent, asking));
    beat.await();
  }

  /// Whom this link lets in, without using it up: programs that look at mail follow links too.
  public Optional<Agent> whose(String token, String browser) {
    return steps
        .askedOf(Purpose.LINK, both(token, browser))
        .flatMap(id -> database.read(tx -> team.agent(tx, id)))
        .filter(Agent::isHere);
  }

  /// Lets them in, once.
  public Agent use(String token, String browser) {
    var agent = whose(token, browser).orElseThrow(MailedLinks::over);
    if (!steps.end(Purpose.LINK, both(token, browser), agent.id())) throw over();
    return agent;
  }

  /// One sentence for every link that does not open, since we may not say which it is.
  public static Refusal over() {
    return new Refusal("A link works once, for 15 minutes, and only in the browser that asked for"
        + " it. Ask for a new one here.");
  }

  private void send(Agent agent, Asking asking) {
    database.useTransaction(tx -> {
      var token = secrets.freshToken();
      steps.begin(Purpose.LINK, both(token, asking.browser), agent.id(), LASTS);
      var path = asking.next.after("/in/link/" + token);
      deliveries.queue(Deliveries.LETTER, agent.email(), agent.id().value(), letter(agent, path));
      events.publish(null, new SignInLinkSent(agent.id()));
    });
  }

  private record Letter(String subject, String words, String path) {}

  private static Letter letter(Agent agent, String path) {
    return new Letter(
        "Your link to come in",
        "Hello " + agent.firstName() + ",\n\nhere is the link that you asked for. It works once,"
            + " for 15 minutes, in the browser where you asked for it. If that wasn’t you, you"
            + " need do nothing: it opens nothing anywhere else.\n",
        path);
  }

  private static boolean taken(Bucket... buckets) {
    return List.of(buckets).stream().allMatch(bucket -> bucket.tryConsume(1));
  }

  /// What lies in the mail opens nothing without what lies in the browser.
  private static String both(String token, String browser) {
    return token + "\n" + browser;
  }
}
