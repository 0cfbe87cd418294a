package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {
  @ParameterizedTest
  @CsvSource({
    "plan.pdf,plan.pdf",
    "C:\\secret\\plan.pdf,plan.pdf",
    "../../etc/passwd,passwd",
    "'  ',file",
    "crack\u0007\u202Egnp.exe,crackgnp.exe",
    "Füße 42″.png,Füße 42″.png"
  })
  void keepsTheNameAndNothingOfThePath(String sent, String kept) {
    assertThat(Uploads.name(sent)).isEqualTo(kept);
  }

  @Test
  void keepsTheEndOfAVeryLongName() {
    assertThat(Uploads.name("a".repeat(400) + ".pdf")).hasSize(150).endsWith("a.pdf");
  }

  @ParameterizedTest
  @CsvSource({
    "image/png,image/png",
    "Text/HTML; charset=utf-8,text/html",
    "nonsense,application/octet-stream"
  })
  void takesOnlyATypeThatIsOne(String sent, String kept) {
    assertThat(Uploads.type(sent)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 bytes",
    "1,1 byte",
    "999,999 bytes",
    "240400,240 KB",
    "1200000,1.2 MB",
    "2000000,2 MB"
  })
  void saysSizesAsPeopleDo(long bytes, String words) {
    assertThat(MessageWords.size(bytes)).isEqualTo(words);
  }
}
