package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitTest {
  private final Limit limit = new Limit(10, "Use a shorter name.");

  @Test
  void lengthIsCountedWithoutTheBlanksAround() {
    assertThat(limit.check("  Rosa Delg  ")).isEqualTo("Rosa Delg");
    assertThatThrownBy(() -> limit.check("Rosa Delgado"))
        .isInstanceOf(Refusal.class)
        .hasMessage("Use a shorter name.");
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(limit.cut("Cracked TV")).isEqualTo("Cracked TV");
    assertThat(limit.cut("Cracked TVs")).isEqualTo("Cracked T…");
    assertThat(limit.cut("Cracked \uD83D\uDCFA\uD83D\uDCFA")).isEqualTo("Cracked …");
  }
}
