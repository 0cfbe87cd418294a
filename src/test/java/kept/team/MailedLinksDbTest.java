package kept.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import kept.platform.Json;
import kept.platform.Refusal;
import kept.team.MailedLinks.Asking;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailedLinksDbTest {
  private static final String HERE = "the browser that asked";

  private final Marlow marlow = new Marlow();
  private final MailedLinks links = marlow.mailedLinks;
  private final Agent priya = marlow.joins("Priya Nair", Role.AGENT);

  @AfterEach
  void close() {
    marlow.close();
  }

  @Test
  void letsInOnce() {
    var token = sent("Priya@Example.com ");

    assertThat(links.whose(token, HERE)).contains(priya);
    assertThat(links.use(token, HERE)).isEqualTo(priya);
    assertThatThrownBy(() -> links.use(token, HERE)).isInstanceOf(Refusal.class);
    assertThat(marlow.logOf(priya.id())).containsExactly("agent_joined", "sign_in_link_sent");
  }

  @Test
  void opensNothingInAnotherBrowser() {
    var token = sent(priya.email());

    assertThat(links.whose(token, "another browser")).isEmpty();
    assertThatThrownBy(() -> links.use(token, "another browser")).isInstanceOf(Refusal.class);
    assertThat(links.use(token, HERE)).isEqualTo(priya);
  }

  @Test
  void isOverAfterAQuarterOfAnHour() {
    var token = sent(priya.email());
    marlow.clock.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(links.whose(token, HERE)).contains(priya);

    marlow.clock.advance(Duration.ofSeconds(1));

    assertThat(links.whose(token, HERE)).isEmpty();
    assertThatThrownBy(() -> links.use(token, HERE)).isInstanceOf(Refusal.class);
  }

  @Test
  void goesToNobodyWhoIsNotOnTheTeam() {
    ask("nobody@example.com", "192.0.2.7");

    assertThat(letters()).isEmpty();
  }

  @Test
  void opensNothingForWhoLeft() {
    var dana = marlow.joins("Dana Marlow", Role.OWNER);
    var token = sent(priya.email());

    marlow.team.leave(dana.id(), priya.id());

    assertThat(links.whose(token, HERE)).isEmpty();
  }

  @Test
  void fillsNobodysMailbox() {
    for (var each = 0; each < 8; each++) ask(priya.email(), "192.0.2." + each);

    assertThat(letters()).hasSize(3);
  }

  @Test
  void asksWhoAsksForManyToWait() {
    assertThatThrownBy(() -> {
          for (var each = 0; each < 11; each++) ask("x" + each + "@example.com", "192.0.2.7");
        })
        .isInstanceOf(Refusal.class);
  }

  @Test
  void leadsBackToWhereTheyWanted() {
    links.send(new Asking(priya.email(), "192.0.2.7", HERE, ReturnPath.of("/promises?span=today")));

    assertThat(letters().getFirst()).endsWith("?next=%2Fpromises%3Fspan%3Dtoday");
  }

  private void ask(String email, String address) {
    links.send(new Asking(email, address, HERE, ReturnPath.TODAY));
  }

  private String sent(String email) {
    ask(email, "192.0.2.7");
    var path = letters().getLast();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Where each letter leads.
  private List<String> letters() {
    return marlow
        .database
        .read(tx -> tx.createQuery(
                "select body::text from delivery where kind = 'letter' order by created_at, id")
            .mapTo(String.class)
            .list())
        .stream()
        .map(body -> Json.read(body).path("path").asString())
        .toList();
  }
}
