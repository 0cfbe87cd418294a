package kept.team;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.Secrets;
import kept.platform.pages.Face;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// How people come onto the team: the owner by the set-up link, everyone else by an invitation that
/// works once within seven days. Threads may share this object.
public final class Invitations {
  static final Duration LASTS = Duration.ofDays(7);
  /// Local paths, which the desk serves; the shop's public address goes before them.
  private static final String SET_UP = "/hello/";
  private static final String JOIN = "/join/";

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final InstantSource clock;
  private final Team team;
  private final InvitationStore store = new InvitationStore();
  private volatile boolean hasOwner;

  public Invitations(
      Database database, Events events, Secrets secrets, InstantSource clock, Team team) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.clock = clock;
    this.team = team;
  }

  /// The local path of a fresh set-up link while the shop has no owner; earlier ones stop working.
  public Optional<String> setUpLink() {
    if (!shopHasNoOwner()) return Optional.empty();
    var setUp = fresh(new Invited("", "", Role.OWNER), null, null);
    return Optional.of(database.inTransaction(tx -> {
      store.revokeSetUpLinks(tx, clock.instant());
      return SET_UP + stored(tx, setUp);
    }));
  }

  /// Who is asked onto the team, and as what.
  public record Invited(String name, String email, Role role) {}

  /// Invites somebody and gives the local path of the link, which is seen this once.
  public String invite(AgentId by, Invited whom) {
    if (whom.name.isBlank()) throw new Refusal("Enter the name of who you invite.");
    Newcomer.NAME.check(whom.name);
    if (!MailAddress.looksRight(whom.email))
      throw new Refusal("Enter an e-mail address like edie@example.com.");
    if (team.withEmail(whom.email).isPresent())
      throw new Refusal("Somebody on the team has this e-mail address already.");
    if (whom.role == Role.OWNER) throw new Refusal("A shop has one owner.");
    var invitation = fresh(whom, null, by);
    return database.inTransaction(tx -> {
      events.publish(by, new InvitationMade(invitation.id(), whom.role));
      return JOIN + stored(tx, invitation);
    });
  }

  /// A new link instead of one that nobody has used yet, which stops working.
  public String again(AgentId by, InvitationId id) {
    return database.inTransaction(tx -> {
      var before = open().stream()
          .filter(invitation -> invitation.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new Refusal("This invitation is over already."));
      revoke(by, id);
      return invite(by, new Invited(before.name(), before.email(), before.role()));
    });
  }

  /// A link with which somebody on the team who lost their password chooses another. Only the
  /// process itself (no `by`) lets the owner back in.
  public String wayBack(@Nullable AgentId by, AgentId whom) {
    var agent = team.get(whom);
    if (!agent.isHere()) throw new Refusal("They are no longer on the team.");
    if ((agent.role() == Role.OWNER) != (by == null))
      throw new Refusal("The owner’s way back is printed where Kept runs.");
    var invitation = fresh(new Invited(agent.name(), agent.email(), agent.role()), whom, by);
    return database.inTransaction(tx -> {
      store.revokeWaysBack(tx, whom, clock.instant());
      events.publish(by, new InvitationMade(invitation.id(), agent.role()));
      return JOIN + stored(tx, invitation);
    });
  }

  /// The invitation behind a link that can still be used; a refusal says why one can't.
  public Invitation get(String token) {
    var invitation = database
        .read(tx -> store.find(tx, secrets.hash(token)))
        .orElseThrow(
            () -> new NotFound("This link is not one of ours, or a part of it is missing."));
    if (!invitation.isOpen(clock.instant())) throw new Refusal(invitation.whyNot());
    return invitation;
  }

  /// Invitations that nobody has used yet, oldest first.
  public List<Invitation> open() {
    return database.read(tx -> store.open(tx, clock.instant()));
  }

  public void revoke(AgentId by, InvitationId id) {
    database.useTransaction(tx -> {
      if (!store.revoke(tx, id, clock.instant()))
        throw new Refusal("This invitation is over already.");
      events.publish(by, new InvitationRevoked(id));
    });
  }

  /// Makes whoever holds the link an agent, or lets them back in. Of two who use it at once, one is
  /// told that it was used.
  public Agent accept(String token, Newcomer newcomer) {
    return accept(token, newcomer, agent -> {});
  }

  /// The same for whoever brings more than a password, in the same transaction.
  public Agent accept(String token, Newcomer newcomer, Consumer<AgentId> brings) {
    return database.inTransaction(tx -> {
      var agent = accepted(tx, token, newcomer);
      brings.accept(agent.id());
      return agent;
    });
  }

  public boolean shopHasNoOwner() {
    if (!hasOwner) hasOwner = team.here().stream().anyMatch(agent -> agent.role() == Role.OWNER);
    return !hasOwner;
  }

  private Agent accepted(Handle tx, String token, Newcomer newcomer) {
    var invitation = get(token);
    if (!store.accept(tx, invitation.id(), clock.instant()))
      throw new Refusal(get(token).whyNot());
    if (invitation.returning() == null) return joined(invitation, newcomer);
    team.setPassword(invitation.returning(), newcomer.passwordHash());
    events.publish(invitation.returning(), new AgentLetBackIn(invitation.returning()));
    return team.get(invitation.returning());
  }

  private Invitation fresh(Invited whom, @Nullable AgentId returning, @Nullable AgentId by) {
    var now = clock.instant();
    var name = whom.name.strip();
    return new Invitation(
        InvitationId.next(),
        name,
        whom.email,
        whom.role,
        returning,
        by,
        now,
        now.plus(LASTS),
        null,
        null);
  }

  /// Gives the token that opens it, which is not kept.
  private String stored(Handle tx, Invitation invitation) {
    var token = secrets.freshToken();
    store.insert(tx, invitation, secrets.hash(token));
    return token;
  }

  private Agent joined(Invitation invitation, Newcomer newcomer) {
    var agent = new Agent(
        invitation.newcomer(),
        newcomer.name(),
        newcomer.email(),
        invitation.role(),
        null,
        Face.ofTeam(newcomer.name()).hue(),
        invitation.role() != Role.HELPER,
        "",
        null);
    team.join(agent, newcomer.passwordHash());
    return agent;
  }
}
