package kept.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kept.platform.NotFound;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiTokensDbTest {
  private final Marlow marlow = new Marlow();
  private final ApiTokens tokens = marlow.tokens;
  private final Agent dana = marlow.joins("Dana Marlow", Role.OWNER);

  @AfterEach
  void close() {
    marlow.close();
  }

  @Test
  void givesAProgramThePowersOfWhoMadeIt() {
    var token = tokens.create("bookkeeping", dana.id());

    assertThat(token).startsWith("kept_");
    assertThat(tokens.find(token)).contains(dana);
    assertThat(tokens.find(token.substring(5))).isEmpty();
    assertThat(tokens.list()).extracting(ApiToken::label).containsExactly("bookkeeping");
  }

  @Test
  void opensNothingOnceRevoked() {
    var token = tokens.create("bookkeeping", dana.id());
    var id = tokens.list().getFirst().id();

    tokens.revoke(dana.id(), id);

    assertThat(tokens.find(token)).isEmpty();
    assertThat(tokens.list()).isEmpty();
    assertThat(marlow.logOf(id)).containsExactly("api_token_made", "api_token_revoked");
    assertThatThrownBy(() -> tokens.revoke(dana.id(), id)).isInstanceOf(NotFound.class);
  }

  @Test
  void endsWithItsAgent() {
    var priya = marlow.joins("Priya Nair", Role.AGENT);
    var token = tokens.create("dial", priya.id());

    marlow.team.leave(dana.id(), priya.id());

    assertThat(tokens.find(token)).isEmpty();
  }

  @Test
  void remembersWhenItWasLastUsed() {
    var token = tokens.create("bookkeeping", dana.id());
    assertThat(tokens.list().getFirst().usedAt()).isNull();

    marlow.clock.advance(Duration.ofMinutes(5));
    tokens.find(token);

    assertThat(tokens.list().getFirst().usedAt()).isEqualTo(marlow.clock.instant());
  }

  @Test
  void wantsALabel() {
    assertThatThrownBy(() -> tokens.create(" ", dana.id())).isInstanceOf(Refusal.class);
  }
}
