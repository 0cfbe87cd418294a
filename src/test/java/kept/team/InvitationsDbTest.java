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
import kept.team.Invitations.Invited;
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
    var invited =
        invitations.invite(dana.id(), new Invited("Tomás", "tomás@example.com", Role.HELPER));
    assertThat(invitations.open()).extracting(Invitation::name).containsExactly("Tomás");

    var tomas = invitations.accept(token(invited), newcomer("Tomás Rivera"));

    assertThat(marlow.team.get(tomas.id()).role()).isEqualTo(Role.HELPER);
    assertThat(tomas.takingCalls()).isFalse();
    assertThat(invitations.open()).isEmpty();
    assertThat(marlow.logOf(tomas.id())).contains("invitation_made", "agent_joined");
  }

  @Test
  void saysInWordsWhyALinkIsOver() {
    var dana = marlow.joins("Dana Marlow", Role.OWNER);
    var revoked =
        invitations.invite(dana.id(), new Invited("Sam Okoye", "sam@example.com", Role.AGENT));
    var late =
        invitations.invite(dana.id(), new Invited("Edie Moss", "edie@example.com", Role.AGENT));

    invitations.revoke(dana.id(), invitations.open().getFirst().id());
    marlow.clock.advance(Duration.ofDays(7));

    assertThatThrownBy(() -> invitations.get(token(revoked)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("taken back");
    assertThatThrownBy(() -> invitations.accept(token(late), newcomer("Edie Moss")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("too old");
    assertThatThrownBy(() -> invitations.get("nothing")).isInstanceOf(NotFound.class);
  }

  @Test
  void refusesASecondOwnerAndASecondPersonWithTheSameAddress() {
    var dana = marlow.joins("Dana Marlow", Role.OWNER);
    var invited =
        invitations.invite(dana.id(), new Invited("Dana again", "dana2@example.com", Role.AGENT));

    assertThatThrownBy(
            () -> invitations.invite(dana.id(), new Invited("Justin", "j@example.com", Role.OWNER)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () -> invitations.invite(dana.id(), new Invited("D", "Dana@example.com", Role.AGENT)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("already");
    assertThatThrownBy(() -> invitations.accept(token(invited), newcomer("Dana Marlow")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("already");
    assertThat(invitations.open()).hasSize(1);
  }

  @Test
  void letsOneInWhenManyUseALinkAtOnce() throws Exception {
    var dana = marlow.joins("Dana Marlow", Role.OWNER);
    var link = token(
        invitations.invite(dana.id(), new Invited("Edie Moss", "edie@example.com", Role.AGENT)));
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

  @Test
  void letsSomebodyBackInWhoLostTheirPassword() {
    var dana = marlow.joins("Dana Marlow", Role.OWNER);
    var priya = marlow.joins("Priya Nair", Role.AGENT);
    var lost = marlow.sessions.start(priya.id(), "Safari on an iPhone");
    var older = invitations.wayBack(dana.id(), priya.id());
    var link = invitations.wayBack(dana.id(), priya.id());

    var hash = marlow.signIn.choose("teapot on the sill", "", "");
    var back =
        invitations.accept(token(link), new Newcomer("Priya Nair", "priya@example.com", hash));

    assertThat(back).isEqualTo(priya);
    assertThat(marlow.sessions.find(lost)).isEmpty();
    assertThat(invitations.open()).isEmpty();
    assertThatThrownBy(() -> invitations.get(token(older))).hasMessageContaining("taken back");
    assertThatThrownBy(() -> invitations.get(token(link))).hasMessageContaining("used already");
  }

  @Test
  void printsTheOwnersWayBackOnlyWhereKeptRuns() {
    var dana = marlow.joins("Dana Marlow", Role.OWNER);

    assertThatThrownBy(() -> invitations.wayBack(dana.id(), dana.id())).isInstanceOf(Refusal.class);
    var link = invitations.wayBack(null, dana.id());

    assertThat(invitations.get(token(link)).isSetUp()).isFalse();
    assertThat(invitations.shopHasNoOwner()).isFalse();
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
