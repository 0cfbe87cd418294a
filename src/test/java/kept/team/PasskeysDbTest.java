package kept.team;

import static kept.platform.webauthn.SoftPasskey.challengeIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.webauthn.Site;
import kept.platform.webauthn.SoftPasskey;
import kept.platform.webauthn.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasskeysDbTest {
  private static final Site DESK = new Site("desk.example.com", "https://desk.example.com");
  private static final String HOME = "192.0.2.7";

  private final Marlow marlow = new Marlow();
  private final Passkeys passkeys = marlow.passkeys;
  private final Agent priya = marlow.joins("Priya Nair", Role.AGENT);
  private final Agent dana = marlow.joins("Dana Marlow", Role.OWNER);
  private final SoftPasskey phone = new SoftPasskey(priya.id().value(), DESK);

  @AfterEach
  void close() {
    marlow.close();
  }

  @Test
  void letsInWhoMadeOne() {
    added(phone);

    assertThat(passkeys.whose(DESK, phone.used(asked()))).isEqualTo(priya);
    assertThat(passkeys.of(priya.id())).singleElement().satisfies(passkey -> {
      assertThat(passkey.name()).isEqualTo("My phone");
      assertThat(passkey.usedAt()).isEqualTo(marlow.clock.instant());
    });
    assertThat(marlow.logOf(priya.id())).containsExactly("agent_joined", "passkey_added");
  }

  @Test
  void asksForOneThatNeedsNoAddressAndTellsOfTheOthers() {
    added(phone);

    var wanted = kept.platform.Json.read(askedToMake());

    assertThat(wanted.at("/authenticatorSelection/residentKey").asString()).isEqualTo("required");
    assertThat(wanted.at("/authenticatorSelection/userVerification").asString())
        .isEqualTo("required");
    assertThat(wanted.path("excludeCredentials")).hasSize(1);
  }

  @Test
  void takesAnAnswerOnce() {
    added(phone);
    var answer = phone.used(asked());
    passkeys.whose(DESK, answer);

    refused(answer);
  }

  @Test
  void takesNoAnswerAfterFiveMinutes() {
    added(phone);
    var answer = phone.used(asked());

    marlow.clock.advance(Duration.ofMinutes(5));

    refused(answer);
    assertThat(passkeys.forgetOld()).isZero();
  }

  @Test
  void takesNoAnswerToWhatNobodyAsked() {
    added(phone);

    refused(phone.used(marlow.secrets.freshToken()));
    refused(phone.used(challengeIn(askedToMake())));
  }

  @Test
  void believesNoAnswerFromElsewhere() {
    added(phone);

    refused(phone.at("https://desk.example.com.evil.example").used(asked()));
    refused(phone.at(DESK.origin()).ofSite("evil.example").used(asked()));
  }

  @Test
  void wantsAFaceAFingerOrAPin() {
    added(phone);

    refused(phone.unverified().used(asked()));
    var other = new SoftPasskey(priya.id().value(), DESK).unverified();
    var made = other.made(challengeIn(askedToMake()));
    assertThatThrownBy(() -> passkeys.made(DESK, priya.id(), made)).isInstanceOf(Refusal.class);
  }

  @Test
  void letsNobodyInWhoCountsBackwards() {
    added(phone);
    passkeys.whose(DESK, phone.counting(7).used(asked()));

    refused(phone.counting(6).used(asked()));

    assertThat(marlow.logOf(priya.id())).endsWith("passkey_looks_copied");
    assertThat(passkeys.whose(DESK, phone.counting(8).used(asked()))).isEqualTo(priya);
  }

  @Test
  void believesNobodyElsesKey() {
    added(phone);

    refused(new SoftPasskey(priya.id().value(), DESK).used(asked()));
  }

  @Test
  void makesNoneForSomebodyElse() {
    var made = phone.made(challengeIn(askedToMake()));

    assertThatThrownBy(() -> passkeys.made(DESK, dana.id(), made)).isInstanceOf(Refusal.class);
  }

  @Test
  void refusesWhatIsNoAnswerAtAll() {
    for (var nonsense : new String[] {"", "{}", "[]", "null", "{\"id\":\"x\"}", "x".repeat(30_000)})
      refused(nonsense);
    assertThatThrownBy(() -> passkeys.made(DESK, priya.id(), "{\"response\":{}}"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void passwordGoesOnlyWhereAPasskeyLetsThemIn() {
    assertThatThrownBy(() -> passkeys.removePassword(DESK, priya.id()))
        .hasMessage("Your password is your only way in. Make a passkey first.");
    var id = added(phone);
    var elsewhere = new Site("shop.example.com", "https://shop.example.com");
    assertThatThrownBy(() -> passkeys.removePassword(elsewhere, priya.id()))
        .isInstanceOf(Refusal.class);

    passkeys.removePassword(DESK, priya.id());

    assertThat(marlow.signIn.hasPassword(priya)).isFalse();
    assertThat(marlow.logOf(priya.id())).endsWith("passkey_added", "password_removed");
    assertThatThrownBy(() -> passkeys.remove(DESK, priya.id(), id))
        .hasMessageStartingWith("This is your only way in.");
  }

  @Test
  void opensNothingOnceItIsRemoved() {
    var id = added(phone);

    passkeys.remove(DESK, priya.id(), id);

    refused(phone.used(asked()));
    assertThatThrownBy(() -> passkeys.remove(DESK, priya.id(), id)).isInstanceOf(NotFound.class);
    assertThat(marlow.logOf(priya.id())).endsWith("passkey_removed");
  }

  @Test
  void keepsTheLastWayIn() {
    var first = added(phone);
    marlow.team.setPassword(priya.id(), null);
    assertThatThrownBy(() -> passkeys.remove(DESK, priya.id(), first)).isInstanceOf(Refusal.class);

    added(new SoftPasskey(priya.id().value(), DESK));
    passkeys.remove(DESK, priya.id(), first);

    assertThat(passkeys.of(priya.id())).hasSize(1);
  }

  @Test
  void isRemovedByNobodyElseButTheOwner() {
    var id = added(phone);
    assertThatThrownBy(() -> passkeys.remove(DESK, dana.id(), id)).isInstanceOf(NotFound.class);

    passkeys.removeFor(dana.id(), priya.id(), id);

    assertThat(passkeys.of(priya.id())).isEmpty();
  }

  @Test
  void endsWithWhoLeaves() {
    added(phone);

    marlow.team.leave(dana.id(), priya.id());

    refused(phone.used(asked()));
    assertThat(passkeys.of(priya.id())).isEmpty();
  }

  @Test
  void asksNobodyTooOften() {
    assertThatThrownBy(() -> {
          for (var each = 0; each < 40; each++) asked();
        })
        .isInstanceOf(Refusal.class);

    assertThat(passkeys.askToUse(DESK, "198.51.100.4")).isNotEmpty();
    marlow.clock.advance(Duration.ofMinutes(6));
    assertThat(passkeys.forgetOld()).isEqualTo(31);
  }

  private PasskeyId added(SoftPasskey passkey) {
    var made = passkeys.made(DESK, priya.id(), passkey.made(challengeIn(askedToMake())));
    return passkeys.keep(DESK, priya.id(), made, "My phone");
  }

  private String askedToMake() {
    var owner = new Wanted.Owner(priya.id().value(), priya.email(), priya.name());
    return passkeys.askToMake(DESK, owner, HOME);
  }

  private String asked() {
    return challengeIn(passkeys.askToUse(DESK, HOME));
  }

  private void refused(String answer) {
    assertThatThrownBy(() -> passkeys.whose(DESK, answer)).isInstanceOf(Refusal.class);
  }
}
