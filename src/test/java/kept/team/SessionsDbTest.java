package kept.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsDbTest {
  private final Marlow marlow = new Marlow();
  private final Sessions sessions = marlow.sessions;
  private final Agent dana = marlow.joins("Dana Marlow", Role.OWNER);
  private final Agent priya = marlow.joins("Priya Nair", Role.AGENT);

  @AfterEach
  void close() {
    marlow.close();
  }

  @Test
  void knowsWhoseTokenItIs() {
    var token = sessions.start(priya.id(), "Firefox on Linux");

    assertThat(sessions.find(token).orElseThrow().agent()).isEqualTo(priya);
    assertThat(sessions.find(token + "x")).isEmpty();
    assertThat(sessions.find("")).isEmpty();
    assertThat(marlow.logOf(priya.id())).containsExactly("agent_joined", "agent_signed_in");
  }

  @Test
  void keepsNoTokenThatASpyInTheDatabaseCouldUse() {
    var token = sessions.start(priya.id(), "Firefox on Linux");

    var stored = marlow.database.read(tx ->
        tx.createQuery("select session::text from session").mapTo(String.class).one());

    assertThat(stored).doesNotContain(token);
  }

  @Test
  void lastsThirtyDaysAfterItWasLastUsed() {
    var token = sessions.start(priya.id(), "Firefox on Linux");

    marlow.clock.advance(Duration.ofDays(29));
    assertThat(sessions.find(token)).isPresent();
    marlow.clock.advance(Duration.ofDays(29));
    assertThat(sessions.find(token)).isPresent();
    marlow.clock.advance(Duration.ofDays(30));
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void endsAfterNinetyDaysHoweverMuchItIsUsed() {
    var token = sessions.start(priya.id(), "Firefox on Linux");
    for (var day = 0; day < 89; day++) {
      marlow.clock.advance(Duration.ofDays(1));
      assertThat(sessions.find(token)).isPresent();
    }
    assertThat(sessions.over(token)).isEmpty();

    marlow.clock.advance(Duration.ofDays(1));

    assertThat(sessions.find(token)).isEmpty();
    assertThat(sessions.over(token)).contains(Sessions.Over.NINETY_DAYS);
  }

  @Test
  void saysWhyItIsOver() {
    var unused = sessions.start(priya.id(), "Firefox on Linux");
    var closing = marlow.clock.in(Duration.ofHours(8));
    var tablet = sessions.start(priya.id(), new Arrival(WayIn.PASSKEY, "Counter tablet", closing));
    var elsewhere = sessions.start(dana.id(), "Firefox on Linux");
    sessions.endAllOf(dana.id());

    marlow.clock.advance(Duration.ofDays(30));

    assertThat(sessions.over(unused)).contains(Sessions.Over.UNUSED);
    assertThat(sessions.over(tablet)).contains(Sessions.Over.SHOP_CLOSED);
    assertThat(sessions.over(elsewhere)).contains(Sessions.Over.ENDED);
    assertThat(sessions.over("made up")).isEmpty();
  }

  @Test
  void isWrittenDownAsSeenAtMostOnceAMinute() {
    var token = sessions.start(priya.id(), "Firefox on Linux");
    var started = marlow.clock.instant();

    marlow.clock.advance(Duration.ofSeconds(59));
    sessions.find(token);
    assertThat(sessions.openOf(priya.id()).getFirst().seenAt()).isEqualTo(started);

    marlow.clock.advance(Duration.ofSeconds(1));
    sessions.find(token);
    assertThat(sessions.openOf(priya.id()).getFirst().seenAt()).isEqualTo(marlow.clock.instant());
  }

  @Test
  void endsWhereItIsToldAndNowhereElse() {
    var atTheDesk = sessions.start(priya.id(), "Firefox on Linux");
    var atHome = sessions.start(priya.id(), "Safari on iPhone");
    var here = sessions.find(atTheDesk).orElseThrow().session();

    sessions.end(dana.id(), here);
    assertThat(sessions.find(atTheDesk)).isPresent();

    sessions.endAllExcept(priya.id(), here);
    assertThat(sessions.find(atTheDesk)).isPresent();
    assertThat(sessions.find(atHome)).isEmpty();

    sessions.end(priya.id(), here);
    assertThat(sessions.find(atTheDesk)).isEmpty();
  }

  @Test
  void endsWhenItsAgentLeaves() {
    var token = sessions.start(priya.id(), "Firefox on Linux");

    marlow.team.leave(dana.id(), priya.id());

    assertThat(sessions.find(token)).isEmpty();
    assertThat(sessions.openOf(priya.id())).isEmpty();
  }

  @Test
  void isForgottenAMonthAfterItEnded() {
    sessions.start(priya.id(), "Firefox on Linux");
    sessions.start(dana.id(), "Firefox on Linux");
    sessions.endAllOf(priya.id());

    marlow.clock.advance(Duration.ofDays(31));

    assertThat(sessions.forgetOld()).isEqualTo(1);
  }
}
