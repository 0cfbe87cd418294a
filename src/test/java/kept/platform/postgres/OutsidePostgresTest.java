package kept.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import kept.platform.Database;
import kept.platform.Refusal;
import kept.platform.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong with a PostgreSQL that is there already is one sentence without a password.
class OutsidePostgresTest {
  private static final String PASSWORD = "hush-hush";

  private final Database.Address administrators = TestPostgres.newEmptyDatabase();
  private final String where = administrators.url().replaceAll("^jdbc:postgresql://|\\?.*", "");
  private final String name = where.substring(where.indexOf('/') + 1);

  @BeforeAll
  static void aUserWithoutRights() {
    TestPostgres.order("create role passer_by login password '" + PASSWORD + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "postgresql://kept:secret@db/shop jdbc:postgresql://db/shop kept secret",
        "postgres://kept@db:5433/shop?sslmode=require jdbc:postgresql://db:5433/shop?sslmode=require kept ''",
        "postgresql://a:p%40:s%2Bs+%2F@[::1]/shop jdbc:postgresql://[::1]/shop a p@:s+s+/",
        "postgresql://a:p@ss/word@db/shop jdbc:postgresql://db/shop a p@ss/word",
        "postgresql://a:b@one:1,two:2/shop jdbc:postgresql://one:1,two:2/shop a b",
        "jdbc:postgresql://db/shop?user=a&password=b%26&ssl=true jdbc:postgresql://db/shop?ssl=true a b&",
        "jdbc:postgresql:shop?user=a&password=b jdbc:postgresql:shop a b",
        "postgresql://db jdbc:postgresql://db/ '' ''"
      })
  void keepsThePasswordApart(String url, String shown, String user, String password) {
    var address = DatabaseUrl.parse(url);

    assertThat(address).isEqualTo(new Database.Address(shown, user, password));
  }

  @Test
  void anotherKindOfDatabaseIsRefused() {
    assertThat(refusal("mysql://kept:" + PASSWORD + "@db/kept"))
        .isEqualTo("KEPT_DATABASE_URL has to begin with postgresql:// or jdbc:postgresql:");
    assertThat(refusal("postgresql://kept:50%" + PASSWORD + "@db/kept")).contains("%25");
    assertThat(refusal("postgresql://kept:a?" + PASSWORD + "@db/kept")).contains("%3F");
  }

  @Test
  void aWrongPasswordIsSaid() {
    assertThat(refusal("postgresql://kept:" + PASSWORD + "@" + where))
        .isEqualTo("The database " + where + " does not let us in as \"kept\". Look at the user and"
            + " the password in KEPT_DATABASE_URL.");
  }

  @Test
  void aServerThatIsNotThereIsSaid() throws Exception {
    int closed;
    try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = gone.getLocalPort();
    }

    assertThat(refusal("postgresql://kept:" + PASSWORD + "@127.0.0.1:" + closed + "/kept"))
        .startsWith("The database 127.0.0.1:" + closed + "/kept does not answer: ");
    assertThat(refusal("postgresql://kept:" + PASSWORD + "@nobody.invalid/kept"))
        .startsWith("The database nobody.invalid/kept does not answer: ");
  }

  @Test
  void aDatabaseThatIsNotThereIsSaid() {
    assertThat(refusal(as("passer_by").replace(name, "nowhere")))
        .contains("/nowhere is not there.");
  }

  @Test
  void anOldServerIsSaid() throws Exception {
    try (var old = new OldPostgres()) {
      assertThat(refusal("postgresql://kept@127.0.0.1:" + old.port() + "/kept"))
          .endsWith("/kept is PostgreSQL 13; Kept needs 15 or newer.");
    }
  }

  @Test
  void tooFewRightsAreSaid() throws SQLException {
    assertThat(refusal(as("passer_by")))
        .endsWith("gives \"passer_by\" too few rights. Make it the owner: alter database \"" + name
            + "\" owner to \"passer_by\"");

    TestPostgres.order("alter database " + name + " owner to passer_by");
    assertThat(OutsidePostgres.reach(as("passer_by")).user()).isEqualTo("passer_by");
  }

  @Test
  void tablesOfAnotherProgramAreLeftAlone() throws SQLException {
    Databases.ask(administrators, "create table invoice (id int)");
    TestPostgres.order("alter database " + name + " owner to passer_by");

    assertThat(refusal(as("passer_by"))).contains("holds tables of another program");
  }

  @Test
  void aDatabaseThatCanOnlyBeReadIsSaid() {
    TestPostgres.order("alter database " + name + " set default_transaction_read_only = on");

    assertThat(refusal(as("passer_by"))).contains("can only be read");
  }

  @Test
  void anotherEncodingIsSaid() {
    TestPostgres.order("create database ascii encoding 'SQL_ASCII' locale_provider libc locale 'C'"
        + " template template0");

    assertThat(refusal(as("passer_by").replace(name, "ascii"))).contains("is written in SQL_ASCII");
  }

  private String as(String user) {
    return "postgresql://" + user + ":" + PASSWORD + "@" + where;
  }

  private static String refusal(String url) {
    var sentence = new StringBuilder();
    assertThatThrownBy(() -> OutsidePostgres.reach(url))
        .isInstanceOf(Refusal.class)
        .satisfies(e -> sentence.append(e.getMessage()));
    assertThat(sentence).doesNotContain(PASSWORD);
    return sentence.toString();
  }
}
