package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseDbTest {
  private final Database database = Database.open(TestPostgres.newDatabase(), 1);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void plansTheQuestionsOfAPageOnce() {
    assertThat(database.together(this::planning)).isEqualTo("force_generic_plan");
    assertThat(planning()).isEqualTo("auto");
  }

  @Test
  void aPageWithinAChangeLeavesTheChangesPlanningAlone() {
    var planning = database.inTransaction(tx -> database.together(this::planning));

    assertThat(planning).isEqualTo("auto");
  }

  @Test
  void asksOverOneConnection() {
    var one = database.<Boolean>together(() -> server() == server());

    assertThat(one).isTrue();
  }

  @Test
  void aChangeWithinAPageIsATransactionByItself() {
    database.read(tx -> tx.execute("create table note (words text)"));

    database.<Boolean>together(() -> {
      database.useTransaction(tx -> tx.execute("insert into note values ('kept')"));
      assertThatThrownBy(() -> database.useTransaction(tx -> {
            tx.execute("insert into note values ('not kept')");
            throw new Refusal("No.");
          }))
          .isInstanceOf(Refusal.class);
      assertThatThrownBy(database::currentTransaction).isInstanceOf(IllegalStateException.class);
      return server() == server();
    });

    assertThat(database.<List<String>>read(
            tx -> tx.createQuery("select words from note").mapTo(String.class).list()))
        .containsExactly("kept");
  }

  @Test
  void saysWhatAPageDidNotFind() {
    assertThatThrownBy(() -> database.together(() -> {
          throw new NotFound("It isn't here.");
        }))
        .isInstanceOf(NotFound.class);
    assertThat(planning()).isEqualTo("auto");
  }

  private String planning() {
    return database.read(
        tx -> tx.createQuery("show plan_cache_mode").mapTo(String.class).one());
  }

  private int server() {
    return database.read(
        tx -> tx.createQuery("select pg_backend_pid()").mapTo(Integer.class).one());
  }
}
