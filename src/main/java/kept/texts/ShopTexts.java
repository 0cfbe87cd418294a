package kept.texts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import kept.platform.Rows;
import kept.platform.Secrets;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// The shop's account with the provider of its texts. Its token is sealed and never shown. Threads
/// may share this object.
public final class ShopTexts {
  private static final Limit URL = new Limit(200, "No provider has so long an address.");
  private static final Limit TOKEN = new Limit(200, "No token is so long.");
  private static final Limit TROUBLE = new Limit(300, "");
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final InstantSource clock;

  public ShopTexts(Database database, Events events, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// Sets the account up, or changes it; without a token the one that is there stays.
  public TextAccount set(AgentId by, TextAccount wanted, @Nullable String token) {
    var account = checked(wanted);
    var said = token == null ? "" : TOKEN.check(token);
    database.useTransaction(tx -> {
      if (said.isEmpty() && find().filter(old -> mayKeepToken(old, account)).isEmpty())
        throw new Refusal("Enter the account’s auth token.");
      var kept = said.isEmpty() ? token() : said;
      tx.createUpdate("""
              insert into text_account (provider, base_url, account, token, number, set_at, set_by)
              values ('twilio', :url, :account, :token, :number, :now, :by)
                  on conflict (single) do update
                 set base_url = :url, account = :account, token = :token, number = :number,
                     set_at = :now, set_by = :by, trouble = null, trouble_at = null
              """)
          .bind("url", account.baseUrl())
          .bind("account", account.account())
          .bind("token", secrets.seal(kept.getBytes(UTF_8)))
          .bind("number", account.number())
          .bind("now", clock.instant())
          .bind("by", by)
          .execute();
      events.publish(by, new TextsSetUpChanged(by));
    });
    return find().orElseThrow();
  }

  /// A token goes nowhere else than where it went before.
  private static boolean mayKeepToken(TextAccount old, TextAccount wanted) {
    return old.baseUrl().equals(wanted.baseUrl()) && old.account().equals(wanted.account());
  }

  public void remove(AgentId by) {
    database.useTransaction(tx -> {
      tx.createUpdate("delete from text_account").execute();
      events.publish(by, new TextsSetUpChanged(by));
    });
  }

  public Optional<TextAccount> find() {
    return database.read(tx -> tx.createQuery("select * from text_account")
        .map((row, context) -> account(row))
        .findOne());
  }

  public boolean areSetUp() {
    return find().isPresent();
  }

  Optional<TextProvider.Access> access() {
    return find().map(account -> new TextProvider.Access(account, token()));
  }

  void worked() {
    database.useTransaction(tx -> tx.createUpdate(
            "update text_account set sent_at = :now, trouble = null, trouble_at = null")
        .bind("now", clock.instant())
        .execute());
  }

  void failed(String words) {
    database.useTransaction(
        tx -> tx.createUpdate("update text_account set trouble = :words, trouble_at = :now")
            .bind("words", TROUBLE.cut(words))
            .bind("now", clock.instant())
            .execute());
  }

  private String token() {
    return database.read(tx -> tx.createQuery("select token from text_account")
        .map((row, context) -> new String(secrets.unseal(row.getBytes("token")), UTF_8))
        .one());
  }

  private static TextAccount checked(TextAccount wanted) {
    var url = URL.check(wanted.baseUrl()).replaceAll("/+$", "");
    var at = url.isEmpty() ? TwilioTexts.USUAL_URL : url;
    if (!isSafe(at))
      throw new Refusal("The provider’s address has to begin with https://, then its host.");
    var account = wanted.account().strip();
    if (!ACCOUNT.matcher(account).matches())
      throw new Refusal(
          "Enter the account SID: it begins with AC and has only letters and digits.");
    return TextAccount.of(at, account, PhoneNumbers.ours(wanted.number()));
  }

  /// The token goes there, so nobody on the way may read it.
  private static boolean isSafe(String url) {
    try {
      var uri = URI.create(url);
      if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null)
        return false;
      return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere(uri));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isHere(URI uri) {
    try {
      return InetAddress.ofLiteral(uri.getHost()).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return uri.getHost().equals("localhost");
    }
  }

  private static TextAccount account(ResultSet row) throws SQLException {
    return new TextAccount(
        row.getString("base_url"),
        row.getString("account"),
        row.getString("number"),
        Rows.instant(row, "sent_at"),
        row.getString("trouble"),
        Rows.instant(row, "trouble_at"));
  }
}
