package kept.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodeAppsDbTest {
  private final Marlow marlow = new Marlow();
  private final CodeApps codes = marlow.codeApps;
  private final Agent priya = marlow.joins("Priya Nair", Role.AGENT);

  @AfterEach
  void close() {
    marlow.close();
  }

  @Test
  void asksForACodeOnceTheFirstWasRight() {
    codes.begin(priya.id());
    assertThat(codes.isAskedOf(priya.id())).isFalse();
    assertThatThrownBy(() -> codes.confirm(priya.id(), "000000")).isInstanceOf(Refusal.class);

    var recovery = codes.confirm(priya.id(), shownNow());

    assertThat(codes.isAskedOf(priya.id())).isTrue();
    assertThat(codes.begun(priya)).isEmpty();
    assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    assertThat(marlow.logOf(priya.id()))
        .containsExactly("agent_joined", "code_app_added", "recovery_codes_made");
  }

  @Test
  void takesACodeOnce() {
    added();
    marlow.clock.advance(Duration.ofSeconds(30));
    var code = shownNow();

    codes.check(priya.id(), code);

    assertThatThrownBy(() -> codes.check(priya.id(), code)).isInstanceOf(Refusal.class);
    assertThat(marlow.logOf(priya.id())).endsWith("code_refused");
  }

  @Test
  void takesARecoveryCodeOnceHoweverItIsCopied() {
    var recovery = added().getFirst();

    codes.check(priya.id(), " " + recovery.toUpperCase(Locale.ROOT).replace("-", " "));

    assertThatThrownBy(() -> codes.check(priya.id(), recovery)).isInstanceOf(Refusal.class);
    assertThat(codes.recoveryCodesLeft(priya.id())).isEqualTo(9);
  }

  /// Who copied the database and the key learns none by trying them all: each try is slow, and of
  /// each code another.
  @Test
  void keepsRecoveryCodesAsPasswordsAreKept() {
    added();

    var kept = marlow.database.read(tx -> new CodeAppStore().recoveryHashes(tx, priya.id()));

    assertThat(kept).hasSize(10).doesNotHaveDuplicates();
    assertThat(kept).allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
  }

  @Test
  void takesACodeThatWasMadeBeforeTheSlowHash() {
    added();
    var quick = marlow.secrets.hash("recovery\n" + priya.id() + "\nabcde23456");
    marlow.database.useTransaction(tx -> tx.createUpdate(
            "insert into recovery_code (agent, quick_hash) values (:agent, :quick)")
        .bind("agent", priya.id())
        .bind("quick", quick)
        .execute());

    codes.check(priya.id(), "ABCDE-23456");

    assertThat(codes.recoveryCodesLeft(priya.id())).isEqualTo(10);
    assertThatThrownBy(() -> codes.check(priya.id(), "abcde-23456")).isInstanceOf(Refusal.class);
  }

  @Test
  void voidsOldRecoveryCodesWithNewOnes() {
    var before = added().getFirst();

    var after = codes.makeRecoveryCodes(priya.id()).getFirst();

    assertThatThrownBy(() -> codes.check(priya.id(), before)).isInstanceOf(Refusal.class);
    codes.check(priya.id(), after);
  }

  @Test
  void waitsAfterFiveWrongCodes() {
    var recovery = added().getFirst();
    for (var each = 0; each < 5; each++)
      assertThatThrownBy(() -> codes.check(priya.id(), "000000")).isInstanceOf(Refusal.class);

    assertThatThrownBy(() -> codes.check(priya.id(), recovery)).hasMessageContaining("too often");
    marlow.clock.advance(Duration.ofMinutes(3));
    codes.check(priya.id(), recovery);
  }

  @Test
  void letsInWhoShowedTheFirstHalfForFiveMinutes() {
    var recovery = added();
    var step = codes.askFor(priya.id());
    assertThat(codes.comeIn(step, recovery.getFirst())).isEqualTo(priya);
    assertThatThrownBy(() -> codes.comeIn(step, recovery.get(1))).isInstanceOf(Refusal.class);

    var late = codes.askFor(priya.id());
    marlow.clock.advance(Duration.ofMinutes(5));

    assertThatThrownBy(() -> codes.comeIn(late, recovery.get(2))).isInstanceOf(Refusal.class);
    assertThat(codes.asked(late)).isEmpty();
  }

  @Test
  void isGoneForWhoIsLetBackIn() {
    added();
    var dana = marlow.joins("Dana Marlow", Role.OWNER);
    var link = marlow.invitations.wayBack(dana.id(), priya.id());

    marlow.invitations.accept(
        link.substring(link.lastIndexOf('/') + 1),
        new Newcomer(priya.name(), priya.email(), "$argon2id$"));

    assertThat(codes.isAskedOf(priya.id())).isFalse();
    assertThat(codes.recoveryCodesLeft(priya.id())).isZero();
  }

  @Test
  void keepsASecretThatCountsWhenSomebodyBeginsAgain() {
    added();

    codes.begin(priya.id());

    assertThat(codes.isAskedOf(priya.id())).isTrue();
    assertThat(codes.begun(priya)).isEmpty();
  }

  private java.util.List<String> added() {
    codes.begin(priya.id());
    return codes.confirm(priya.id(), shownNow());
  }

  /// What the app shows, which knows the secret from the picture.
  private String shownNow() {
    var sealed =
        marlow.database.read(tx -> new CodeAppStore().find(tx, priya.id()).orElseThrow());
    var secret = marlow.secrets.unseal(sealed.secret());
    return Totp.code(secret, Totp.stepAt(marlow.clock.instant()));
  }
}
