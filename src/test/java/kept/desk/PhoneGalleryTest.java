package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import kept.PageProof;
import org.junit.jupiter.api.Test;

/// The settings of the phone and a call written down, in a real browser.
class PhoneGalleryTest {

  @Test
  void everyPageHoldsUpAtEveryWidthInBothThemes() {
    try (var proof = new PageProof(true, GalleryPhones::hang)) {
      assertThat(proof.complaints()).isEmpty();
    }
  }

  @Test
  void aCallHoldsUpAtEveryWidthInBothThemes() {
    try (var proof = new PageProof(false, GalleryCalls::hang, GalleryCalls::answer)) {
      assertThat(proof.complaints()).isEmpty();
    }
  }
}
