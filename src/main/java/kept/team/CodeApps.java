package kept.team;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kept.platform.Buckets;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Refusal;
import kept.platform.Secrets;
import kept.team.CodeAppStore.RecoveryHash;
import kept.team.SignInSteps.Purpose;
import org.jdbi.v3.core.Handle;

/// The code that some on the team want asked after their password or a mailed link: from an app on
/// their phone, or one of ten recovery codes that they keep on paper. A passkey needs none. Threads
/// may share this object.
public final class CodeApps {
  private static final Duration TYPED_WITHIN = Duration.ofMinutes(5);
  private static final int RECOVERY_CODES = 10;
  /// RFC 4226, section 4, R6: 160 bits.
  private static final int SECRET_BYTES = 20;
  /// Fifty bits: ten letters of an alphabet without what looks alike. So few lie under a slow hash.
  private static final int RECOVERY_LETTERS = 10;
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final InstantSource clock;
  private final SignInSteps steps;
  private final Buckets tries;
  private final Passwords passwords = new Passwords();
  private final CodeAppStore store = new CodeAppStore();
  private final TeamStore team = new TeamStore();
  private final ShopStore shops = new ShopStore();

  public CodeApps(Database database, Events events, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.clock = clock;
    this.steps = new SignInSteps(database, secrets, clock);
    this.tries = new Buckets(secrets, clock, 5, Duration.ofMinutes(3));
    events.within(AgentLeaves.class, (by, left) -> remove(left.agent()));
    events.within(AgentLetBackIn.class, (by, back) -> remove(back.agent()));
  }

  /// What an app is told: the secret as one types it, and the address in its picture.
  public record SetUp(String secret, String address) {}

  /// Begins with a new secret, which counts once its first code was typed.
  public void begin(AgentId agent) {
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    database.useTransaction(tx -> store.begin(tx, agent, secrets.seal(secret), clock.instant()));
  }

  /// What was begun and does not count yet.
  public Optional<SetUp> begun(Agent agent) {
    return database
        .read(tx -> store.find(tx, agent.id()))
        .filter(found -> !found.confirmed())
        .map(found -> setUp(agent, secrets.unseal(found.secret())));
  }

  /// The first code was right: from now on one is asked. Gives the recovery codes, seen this once.
  public List<String> confirm(AgentId agent, String typed) {
    slowDown(agent);
    return database.inTransaction(tx -> {
      var begun = store
          .locked(tx, agent)
          .filter(found -> !found.confirmed())
          .orElseThrow(() -> new Refusal("Begin again: there is no code app to confirm."));
      if (!takes(tx, agent, begun, typed))
        throw new Refusal("That isn’t the code. Type the six digits that the app shows now.");
      store.confirm(tx, agent, clock.instant());
      events.publish(agent, new CodeAppAdded(agent));
      return freshRecoveryCodes(tx, agent);
    });
  }

  /// Ten new recovery codes, seen this once; the older ones are void.
  public List<String> makeRecoveryCodes(AgentId agent) {
    if (!isAskedOf(agent)) throw new Refusal("Recovery codes go with a code app. Add that first.");
    return database.inTransaction(tx -> freshRecoveryCodes(tx, agent));
  }

  public void remove(AgentId agent) {
    database.useTransaction(tx -> {
      if (store.remove(tx, agent)) events.publish(agent, new CodeAppRemoved(agent));
    });
  }

  /// Whether a password or a link alone does not let them in.
  public boolean isAskedOf(AgentId agent) {
    return database
        .read(tx -> store.find(tx, agent))
        .filter(CodeAppStore.Found::confirmed)
        .isPresent();
  }

  public int recoveryCodesLeft(AgentId agent) {
    return database.read(tx -> store.recoveryCodesLeft(tx, agent));
  }

  /// They showed the first half: whoever has this secret may type the code, for five minutes.
  public String askFor(AgentId agent) {
    return steps.begin(Purpose.CODE, agent, TYPED_WITHIN);
  }

  /// Of whom a code is asked.
  public Optional<Agent> asked(String step) {
    return steps
        .askedOf(Purpose.CODE, step)
        .flatMap(id -> database.read(tx -> team.agent(tx, id)))
        .filter(Agent::isHere);
  }

  /// Lets them in who typed the right one, once.
  public Agent comeIn(String step, String typed) {
    var agent = asked(step)
        .orElseThrow(() -> new Refusal("That took too long. Begin again with your password."));
    check(agent.id(), typed);
    if (!steps.end(Purpose.CODE, step, agent.id()))
      throw new Refusal("That was sent twice. Begin again with your password.");
    return agent;
  }

  /// Refuses a code that is neither the app's nor one of the recovery codes.
  public void check(AgentId agent, String typed) {
    slowDown(agent);
    var right = database.inTransaction(tx -> store
        .locked(tx, agent)
        .filter(CodeAppStore.Found::confirmed)
        .map(app -> takes(tx, agent, app, typed) || recovers(tx, agent, typed))
        .orElse(true));
    if (right) {
      tries.of(agent.toString()).addTokens(1);
      return;
    }
    database.useTransaction(tx -> events.publish(null, new CodeRefused(agent)));
    throw new Refusal("That isn’t the code. Type the six digits that the app shows now, or one of"
        + " your recovery codes.");
  }

  private void slowDown(AgentId agent) {
    if (!tries.of(agent.toString()).tryConsume(1))
      throw new Refusal("Wrong codes were typed too often. Wait a few minutes, then try again.");
  }

  private boolean takes(Handle tx, AgentId agent, CodeAppStore.Found app, String typed) {
    var secret = secrets.unseal(app.secret());
    var step = Totp.stepOf(typed, secret, clock.instant(), app.lastStep());
    step.ifPresent(each -> store.took(tx, agent, each));
    return step.isPresent();
  }

  private boolean recovers(Handle tx, AgentId agent, String typed) {
    var bare = bare(typed);
    if (bare.length() != RECOVERY_LETTERS) return false;
    var hash = store.recoveryHashes(tx, agent).stream()
        .filter(each -> passwords.matches(bare, each))
        .findFirst();
    var one = new RecoveryHash(hash.orElse(null), quickHash(agent, bare));
    if (!store.useRecoveryCode(tx, agent, one, clock.instant())) return false;
    events.publish(agent, new RecoveryCodeUsed(agent));
    return true;
  }

  private List<String> freshRecoveryCodes(Handle tx, AgentId agent) {
    var codes = Stream.generate(CodeApps::recoveryCode).limit(RECOVERY_CODES).toList();
    var hashes = codes.stream().map(code -> passwords.hashOf(bare(code))).toList();
    store.replaceRecoveryCodes(tx, agent, hashes);
    events.publish(agent, new RecoveryCodesMade(agent));
    return codes;
  }

  private static String recoveryCode() {
    var code = new StringBuilder();
    for (int i = 0; i < RECOVERY_LETTERS; i++) {
      if (i == RECOVERY_LETTERS / 2) code.append('-');
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /// However they copy it from their paper.
  private static String bare(String typed) {
    return typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /// As codes were kept before V038; they are good until they are made anew.
  private byte[] quickHash(AgentId agent, String bare) {
    return secrets.hash("recovery\n" + agent + "\n" + bare);
  }

  private SetUp setUp(Agent agent, byte[] secret) {
    var shop = database.read(shops::business).map(Business::name).orElse("Kept");
    var base32 = Totp.base32(secret);
    var address = "otpauth://totp/" + plain(shop) + ":" + plain(agent.email()) + "?secret=" + base32
        + "&issuer=" + plain(shop);
    return new SetUp(base32.replaceAll("(.{4})(?=.)", "$1 "), address);
  }

  private static String plain(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
