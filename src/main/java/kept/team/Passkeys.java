package kept.team;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.Secrets;
import kept.platform.webauthn.Credential;
import kept.platform.webauthn.NotGenuine;
import kept.platform.webauthn.Site;
import kept.platform.webauthn.Wanted;
import kept.platform.webauthn.WebAuthn;
import kept.team.SignInSteps.Purpose;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The passkeys that the team comes in with. Threads may share this object.
///
/// A browser is asked, answers within five minutes, and is believed once. Whoever leaves, or is let
/// back in, has no passkeys any more.
public final class Passkeys {
  static final Duration ANSWERED_WITHIN = Duration.ofMinutes(5);
  private static final Limit NAME = new Limit(80, "Use a shorter name.");
  private static final String TOO_LATE = "That took too long. Try again.";
  private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

  private final Database database;
  private final Events events;
  private final InstantSource clock;
  private final SignInSteps steps;
  private final Knocks knocks;
  private final WebAuthn webAuthn = new WebAuthn();
  private final PasskeyStore store = new PasskeyStore();
  private final TeamStore team = new TeamStore();
  private final ShopStore shops = new ShopStore();

  public Passkeys(Database database, Events events, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
    this.steps = new SignInSteps(database, secrets, clock);
    this.knocks = new Knocks(secrets, clock);
    events.within(AgentLeaves.class, (by, left) -> removeAllOf(left.agent()));
    events.within(AgentLetBackIn.class, (by, back) -> removeAllOf(back.agent()));
  }

  /// What a browser at this address on the net is to be asked for a new passkey.
  public String askToMake(Site site, Wanted.Owner owner, String address) {
    knocks.take(address);
    var agent = new AgentId(owner.handle());
    var shop = database.read(shops::business).map(Business::name).orElse("Kept");
    var others = database.read(tx -> store.credentialsOf(tx, agent, site.name()));
    var challenge = steps.begin(Purpose.PASSKEY_MADE, agent, ANSWERED_WITHIN);
    return Wanted.made(site, shop, owner, challenge, new Wanted.Within(ANSWERED_WITHIN, others));
  }

  /// The passkey that a browser made for this agent, or for whoever becomes them; it opens nothing
  /// before it is kept.
  public Credential made(Site site, AgentId owner, String answer) {
    try {
      var creation = webAuthn.creation(answer);
      if (!steps.end(Purpose.PASSKEY_MADE, creation.challenge(), owner))
        throw new Refusal(TOO_LATE);
      return creation.believed(site);
    } catch (NotGenuine e) {
      log.info("agent={} a new passkey was not believed: {}", owner, e.getMessage());
      throw new Refusal("This passkey could not be made. Try again, or on another device.");
    }
  }

  public PasskeyId keep(Site site, AgentId owner, Credential credential, String name) {
    var id = PasskeyId.next();
    var now = clock.instant();
    var passkey = new Passkey(id, owner, site.name(), name(name), credential.synced(), now, null);
    database.useTransaction(tx -> {
      if (!store.insert(tx, passkey, credential))
        throw new Refusal("This passkey is here already.");
      events.publish(owner, new PasskeyAdded(owner, id));
    });
    return id;
  }

  /// What a browser at this address on the net is to be asked so that somebody comes in.
  public String askToUse(Site site, String address) {
    knocks.take(address);
    var challenge = steps.begin(Purpose.PASSKEY_USED, null, ANSWERED_WITHIN);
    return Wanted.used(site, challenge, ANSWERED_WITHIN);
  }

  /// Who used a passkey of theirs just now.
  public Agent whose(Site site, String answer) {
    try {
      var use = webAuthn.use(answer);
      if (!steps.end(Purpose.PASSKEY_USED, use.challenge(), null)) throw new Refusal(TOO_LATE);
      return database
          .inTransaction(tx -> believed(tx, site, use))
          .orElseThrow(
              () -> new Refusal(
                  "This passkey looks copied, so it opens nothing. Come in another way and remove it."));
    } catch (NotGenuine e) {
      throw notBelieved(e);
    }
  }

  /// Everything they come in with, also what was made for an address that the desk had before.
  public List<Passkey> of(AgentId agent) {
    return database.read(tx -> store.of(tx, agent));
  }

  public void rename(AgentId owner, PasskeyId id, String name) {
    database.useTransaction(tx -> {
      if (!store.rename(tx, owner, id, name(name))) throw gone();
      events.publish(owner, new PasskeyNamed(owner, id));
    });
  }

  /// Removes one of one's own; never the last way in that is left at this site.
  public void remove(Site site, AgentId owner, PasskeyId id) {
    database.useTransaction(tx -> {
      var account = team.lockedAccount(tx, owner).orElseThrow(Passkeys::gone);
      var others = opening(tx, site, owner).anyMatch(each -> !each.id().equals(id));
      if (!others && account.passwordHash() == null)
        throw new Refusal("This is your only way in. Make another passkey or a password first.");
      remove(tx, owner, owner, id);
    });
  }

  /// Takes one's password away; never where no passkey lets them in at this site.
  public void removePassword(Site site, AgentId owner) {
    database.useTransaction(tx -> {
      var account = team.lockedAccount(tx, owner).orElseThrow(Passkeys::gone);
      if (account.passwordHash() == null) return;
      if (opening(tx, site, owner).findAny().isEmpty())
        throw new Refusal("Your password is your only way in. Make a passkey first.");
      team.setPassword(tx, owner, null);
      events.publish(owner, new PasswordRemoved(owner));
    });
  }

  private Stream<Passkey> opening(Handle tx, Site site, AgentId owner) {
    return store.of(tx, owner).stream().filter(each -> each.site().equals(site.name()));
  }

  /// The owner removes somebody's, who lost the phone that it is on.
  public void removeFor(AgentId by, AgentId owner, PasskeyId id) {
    database.useTransaction(tx -> remove(tx, by, owner, id));
  }

  /// For the clean-up job: what nobody answered in time.
  public int forgetOld() {
    return steps.forgetOld();
  }

  /// Empty when its counter went backwards, which is written down.
  private Optional<Agent> believed(Handle tx, Site site, WebAuthn.Use use) {
    var found = store
        .locked(tx, use.credential(), site.name())
        .orElseThrow(() -> new Refusal("This passkey opens nothing here any more. Remove it from"
            + " your device, and come in another way."));
    var agent = found.agent();
    try {
      if (!use.isOf(agent.id().value())) throw new Refusal("This passkey is somebody else’s.");
      var now = use.believed(site, found.credential());
      store.used(tx, found.id(), now.counter(), clock.instant());
      return Optional.of(agent);
    } catch (NotGenuine e) {
      if (!e.looksCopied()) throw notBelieved(e);
      events.publish(null, new PasskeyLooksCopied(agent.id(), found.id()));
      return Optional.empty();
    }
  }

  private static Refusal notBelieved(NotGenuine e) {
    log.info("a passkey was not believed: {}", e.getMessage());
    return new Refusal("That passkey could not be checked. Try again, or come in another way.");
  }

  private void remove(Handle tx, AgentId by, AgentId owner, PasskeyId id) {
    if (!store.remove(tx, owner, id)) throw gone();
    events.publish(by, new PasskeyRemoved(owner, id));
  }

  private void removeAllOf(AgentId owner) {
    database.useTransaction(
        tx -> store.of(tx, owner).forEach(passkey -> remove(tx, owner, owner, passkey.id())));
  }

  private static String name(String typed) {
    if (typed.isBlank()) throw new Refusal("Give it a name, as in “My phone”.");
    return NAME.check(typed);
  }

  private static NotFound gone() {
    return new NotFound("This passkey is gone already.");
  }
}
