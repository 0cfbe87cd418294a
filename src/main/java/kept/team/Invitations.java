package kept.team;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.Secrets;
import kept.platform.pages.Face;

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
    var token = secrets.freshToken();
    var now = clock.instant();
    var setUp = new Invitation(
        InvitationId.next(), "", "", Role.OWNER, null, now, now.plus(LASTS), null, null);
    database.useTransaction(tx -> {
      store.revokeSetUpLinks(tx, now);
      store.insert(tx, setUp, secrets.hash(token));
    });
    return Optional.of(SET_UP + token);
  }

  /// Invites somebody. The link is seen this once; nobody can be invited to be the owner.
  public Invited invite(AgentId by, String name, String email, Role role) {
    if (name.isBlank()) throw new Refusal("Enter the name of who you invite.");
    if (!MailAddress.looksRight(email.strip()))
      throw new Refusal("Enter an e-mail address like edie@example.com.");
    if (team.withEmail(email.strip()).isPresent())
      throw new Refusal("Somebody on the team has this e-mail address already.");
    if (role == Role.OWNER) throw new Refusal("A shop has one owner.");
    var token = secrets.freshToken();
    var now = clock.instant();
    var invitation = new Invitation(
        InvitationId.next(),
        name.strip(),
        email.strip(),
        role,
        by,
        now,
        now.plus(LASTS),
        null,
        null);
    database.useTransaction(tx -> {
      store.insert(tx, invitation, secrets.hash(token));
      events.publish(by, new InvitationMade(invitation.id(), role));
    });
    return new Invited(invitation, JOIN + token);
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

  /// Makes whoever holds the link an agent. Of two who use it at once, one is told it was used.
  public Agent accept(String token, Newcomer newcomer) {
    return database.inTransaction(tx -> {
      var invitation = get(token);
      if (!store.accept(tx, invitation.id(), clock.instant()))
        throw new Refusal(get(token).whyNot());
      var agent = agent(invitation, newcomer);
      team.join(agent, newcomer.passwordHash());
      return agent;
    });
  }

  public boolean shopHasNoOwner() {
    if (!hasOwner) hasOwner = team.here().stream().anyMatch(agent -> agent.role() == Role.OWNER);
    return !hasOwner;
  }

  private static Agent agent(Invitation invitation, Newcomer newcomer) {
    return new Agent(
        invitation.newcomer(),
        newcomer.name(),
        newcomer.email(),
        invitation.role(),
        null,
        Face.ofTeam(newcomer.name()).hue(),
        invitation.role() != Role.HELPER,
        "",
        null);
  }

  /// A new invitation and the local path of its link.
  public record Invited(Invitation invitation, String link) {}
}
