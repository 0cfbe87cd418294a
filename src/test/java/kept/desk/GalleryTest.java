package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import kept.PageProof;
import org.junit.jupiter.api.Test;

/// Every page of the team, with none, some and fifty things on it, in a real browser.
class GalleryTest {

  @Test
  void everyPageHoldsUpAtEveryWidthInBothThemes() {
    try (var proof = new PageProof(false, GalleryPages::hang)) {
      assertThat(proof.complaints()).isEmpty();
    }
  }
}
