package kept.promises;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kept.TestShop;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the database refuses, whatever the code above it does.
class LawTwoDbTest {
  private static final TestShop SHOP = new TestShop();
  private Promise promise;

  @BeforeEach
  void promiseIsMade() {
    promise = SHOP.promise(SHOP.crackedTv(), SHOP.priya, ofHours(3));
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void aPromiseIsNeverDeleted() {
    refused("delete from promise where id = :id", "never deleted");
  }

  @Test
  void aDueTimeDoesNotMoveByItself() {
    refused(
        "update promise set due_at = due_at + interval '1 hour' where id = :id", "customer told");
  }

  @Test
  void anEndingIsFinal() {
    SHOP.rooms.promises.keep(SHOP.priya, promise.id());

    refused("update promise set state = 'open', ended_at = null where id = :id", "final");
  }

  @Test
  void brokenIsWrittenOnce() {
    run("update promise set broken_at = due_at where id = :id");

    refused("update promise set broken_at = null where id = :id", "written once");
  }

  @Test
  void aPromiseAlwaysHasAKeeper() {
    refused("update promise set keeper = null where id = :id", "keeper");
  }

  @Test
  void whoLeavesTakesNoOpenPromiseAlong() {
    refused(
        "update agent set left_at = joined_at where id = (select keeper from promise where id = :id)",
        "hands over");
  }

  @Test
  void whoLeavesIsNobodysSecond() {
    run("update promise set second = (select id from agent where name like 'Tom%') where id = :id");

    refused(
        "update agent set left_at = joined_at where id = (select second from promise where id = :id)",
        "nobody's second");
  }

  @Test
  void anEventIsForEver() {
    refused("update event set kind = 'x' where subject = :id", "never changed");
    refused("delete from event where subject = :id", "never changed");
  }

  private void refused(String sql, String because) {
    assertThatThrownBy(() -> run(sql))
        .isInstanceOf(JdbiException.class)
        .hasStackTraceContaining(because);
    assertThat(SHOP.rooms.promises.get(promise.id()).keeper()).isEqualTo(SHOP.priya);
  }

  private void run(String sql) {
    SHOP.database.useTransaction(
        tx -> tx.createUpdate(sql).bind("id", promise.id()).execute());
  }
}
