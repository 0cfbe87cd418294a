package kept.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private static final byte[] WORD = "kettle under the stairs".getBytes(UTF_8);

  @TempDir
  private Path folder;

  @Test
  void makesAKeyOnceThatOnlyKeptReads() throws IOException {
    var file = folder.resolve("secret.key");

    var first = Secrets.in(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Secrets.in(file).hash("a token")).isEqualTo(first.hash("a token"));
  }

  @Test
  void takesAKeyThatTheServiceManagerHandsOver() throws IOException {
    var handedOver = Files.createDirectory(folder.resolve("credentials"));
    var file = handedOver.resolve("secret.key");
    Files.write(file, new byte[32]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    Files.setPosixFilePermissions(handedOver, PosixFilePermissions.fromString("r-x------"));

    var secrets = Secrets.in(file);

    assertThat(secrets.unseal(secrets.seal(WORD))).isEqualTo(WORD);
    assertThat(file).hasBinaryContent(new byte[32]);
    try (var files = Files.list(handedOver)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatIsNoKeyIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("secret.key"), "password");

    assertThatThrownBy(() -> Secrets.in(file))
        .isInstanceOf(Refusal.class)
        .hasMessage("The file " + file + " is not a key of Kept's. Put the right one back.");
  }

  @Test
  void onlyItsOwnKeyOpensWhatItSealed() {
    var sealed = Secrets.in(folder.resolve("one.key")).seal(WORD);
    var other = Secrets.in(folder.resolve("other.key"));

    assertThat(new String(sealed, UTF_8)).doesNotContain("kettle");
    assertThatThrownBy(() -> other.unseal(sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("This was not sealed with the key in secret.key.");
  }

  @Test
  void whatWasTouchedIsNotOpened() {
    var secrets = Secrets.in(folder.resolve("secret.key"));
    var sealed = secrets.seal(WORD);
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> secrets.unseal(sealed)).isInstanceOf(IllegalStateException.class);
  }
}
