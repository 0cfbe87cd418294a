package kept.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kept.platform.NotFound;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvitationsDbTest {
  private final Marlow marlow = new Marlow();
  private final Invitations invitations = marlow.invitations;

  @AfterEach
  void close() {
    marlow.close();
  }

  @Test
  void makesTheOwnerOnceWithTheSetUpLink() {
    var token = token(invitations.setUpLink().orElseThrow());
    assertThat(invitations.shopHasNoOwner()).isTrue();

    var dana = invitations.accept(token, newcomer("Dana Marlow"));

    assertThat(dana.role()).isEqualTo(Role.OWNER);
    assertThat(marlow.team.owner()).isEqualTo(dana);
    assertThat(invitations.shopHasNoOwner()).isFalse();
    assertThat(invitations.setUpLink()).isEmpty();
    assertThatThrownBy(() -> invitations.accept(token, newcomer("Mallory Stone")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("used already");
  }

  @Test
  void lastSetUpLinkIsTheOnlyOneThatWorks() {
    var first = token(invitations.setUpLink().orElseThrow());
    var second = token(invitations.setUpLink().orElseThrow());

    assertThatThrownBy(() -> invitations.get(first)).isInstanceOf(Refusal.class);
    assertThat(invitations.get(second).isSetUp()).isTrue();
  }

  @Test
  void letsInvitedPeopleJoinAsWhatTheyWereInvitedAs() {
    var dana = marlow.joins("Dana Marlow", Role.OWNER);
    var invited = invitations.invite(dana.id(), "Tomás", "tomás@example.com", Role.HELPER);
    assertThat(invitations.open()).containsExactly(invited.invitation());

    var tomas = invitations.accept(token(invited.link()), newcomer("Tomás Rivera"));

    assertThat(marlow.team.get(tomas.id()).role()).isEqualTo(Role.HELPER);
    assertThat(tomas.takingCalls()).isFalse();
    assertThat(invitations.open()).isEmpty();
    assertThat(marlow.logOf(tomas.id())).contains("invitation_made", "agent_joined");
  }

  @Test
  void saysInWordsWhyALinkIsOver() {
    var dana = marlow.joins("Dana Marlow", Role.OWNER);
    var revoked = invitations.invite(dana.id(), "Sam Okoye", "sam@example.com", Role.AGENT);
    var late = invitations.invite(dana.id(), "Edie Moss", "edie@example.com", Role.AGENT);

    invitations.revoke(dana.id(), revoked.invitation().id());
    marlow.clock.advance(Duration.ofDays(7));

    assertThatThrownBy(() -> invitations.get(token(revoked.link())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("taken back");
    assertThatThrownBy(() -> invitations.accept(token(late.link()), newcomer("Edie Moss")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("too old");
    assertThatThrownBy(() -> invitations.get("nothing")).isInstanceOf(NotFound.class);
  }

  @Test
  void refusesASecondOwnerAndASecondPersonWithTheSameAddress() {
    var dana = marlow.joins("Dana Marlow", Role.OWNER);
    var invited = invitations.invite(dana.id(), "Dana again", "dana2@example.com", Role.AGENT);

    assertThatThrownBy(() -> invitations.invite(dana.id(), "Justin", "j@example.com", Role.OWNER))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> invitations.invite(dana.id(), "D", "Dana@example.com", Role.AGENT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("already");
    assertThatThrownBy(() -> invitations.accept(token(invited.link()), newcomer("Dana Marlow")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("already");
    assertThat(invitations.open()).containsExactly(invited.invitation());
  }

  @Test
  void letsOneInWhenManyUseALinkAtOnce() throws Exception {
    var dana = marlow.joins("Dana Marlow", Role.OWNER);
    var link = token(invitations
        .invite(dana.id(), "Edie Moss", "edie@example.com", Role.AGENT)
        .link());
    List<Callable<Boolean>> all = new ArrayList<>();
    for (var each = 1; each <= 4; each++) {
      var newcomer = new Newcomer("Edie Moss", "edie" + each + "@example.com", "$argon2id$");
      all.add(() -> joined(link, newcomer));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var joined =
          threads.invokeAll(all).stream().filter(each -> each.resultNow()).count();

      assertThat(joined).isEqualTo(1);
    }
    assertThat(marlow.team.here()).hasSize(2);
  }

  private boolean joined(String link, Newcomer newcomer) {
    try {
      invitations.accept(link, newcomer);
      return true;
    } catch (Refusal refused) {
      return false;
    }
  }

  private Newcomer newcomer(String name) {
    var email = name.split(" ")[0].toLowerCase(java.util.Locale.ROOT) + "@example.com";
    return new Newcomer(name, email, "$argon2id$");
  }

  private static String token(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }
}
