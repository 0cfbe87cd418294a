package kept.team;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Secrets;
import kept.platform.SettableClock;
import kept.platform.TestPostgres;

/// Marlow & Daughter in a real database of its own: the room `team` wired as the process does it,
/// and its people to hand.
final class Marlow implements AutoCloseable {
  static final String PASSWORD = "kettle under the stairs";
  private static final String HASH = new Passwords().hash(PASSWORD);

  final SettableClock clock = new SettableClock();
  private final Database.Address address = TestPostgres.newDatabase();
  final Database database = Database.open(address, 4);
  final Events events = new Events(database, clock);
  final Secrets secrets = secrets();
  final Team team = new Team(database, events, clock);
  final Sessions sessions = new Sessions(database, events, secrets, clock);
  final ApiTokens tokens = new ApiTokens(database, events, secrets, clock);
  final Invitations invitations = new Invitations(database, events, secrets, clock, team);
  final Deliveries deliveries = new Deliveries(database, events, clock);
  final MailedLinks mailedLinks = new MailedLinks(database, events, secrets, deliveries, clock);
  final CodeApps codeApps = new CodeApps(database, events, secrets, clock);
  final Passkeys passkeys = new Passkeys(database, events, secrets, clock);
  final SignIn signIn = new SignIn(database, events, secrets, clock, sessions);

  Agent joins(String name, Role role) {
    var email = name.split(" ")[0].toLowerCase(java.util.Locale.ROOT) + "@example.com";
    var agent = new Agent(AgentId.next(), name, email, role, null, 90, true, "", null);
    team.join(agent, HASH);
    return agent;
  }

  /// The kinds of what the log holds about a thing, oldest first.
  java.util.List<String> logOf(kept.platform.Id subject) {
    return events.about(subject.value()).stream().map(fact -> fact.kind()).toList();
  }

  @Override
  public void close() {
    database.close();
    TestPostgres.drop(address);
  }

  private static Secrets secrets() {
    try {
      return Secrets.in(
          Files.createTempDirectory(Path.of("target"), "marlow").resolve("secret.key"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
