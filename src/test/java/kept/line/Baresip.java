package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kept.TestPorts;
import kept.line.sip.Transport;
import kept.line.speech.Wav;
import org.jspecify.annotations.Nullable;

/// The softphone `baresip` as one user's phone, which says a tone as long as it talks.
///
/// It is typed at, as a person would at its console. It can play a file but not record here,
/// so what it says is measured on our side of the line, by [Ears].
public final class Baresip implements AutoCloseable {
  private static final int LONGEST_TALK = 60;
  private final Process process;
  private final Path folder;
  private final int console;
  private @Nullable Socket keyboard;

  private Baresip(Process process, Path folder, int console) {
    this.process = process;
    this.folder = folder;
    this.console = console;
  }

  /// What to start.
  ///
  /// @param hertz the tone that it says
  /// @param answers whether it takes a call at once, or rings until [#answer]
  /// @param trusted whose certificate it trusts where it connects over TLS, else null
  /// @param encrypts whether its audio is SRTP or nothing
  /// @param host where it is; a customer of the carrier's, elsewhere, registers with nobody
  public record Setup(
      String user,
      String secret,
      int hertz,
      boolean answers,
      @Nullable Path trusted,
      boolean encrypts,
      String host) {
    private static final String HOME = "127.0.0.1";

    public Setup(String user, int hertz) {
      this(user, "pw" + user, hertz, true, null, false, HOME);
    }

    public Setup ringing() {
      return new Setup(user, secret, hertz, false, trusted, encrypts, host);
    }

    public Setup secret(String another) {
      return new Setup(user, another, hertz, answers, trusted, encrypts, host);
    }

    public Setup secure(Path certificate) {
      return new Setup(user, secret, hertz, answers, certificate, true, host);
    }

    public Setup inTheClear() {
      return new Setup(user, secret, hertz, answers, trusted, false, host);
    }

    public Setup at(String elsewhere) {
      return new Setup(user, secret, hertz, answers, trusted, encrypts, elsewhere);
    }

    private Transport transport() {
      return trusted == null ? Transport.UDP : Transport.TLS;
    }

    private String account(int linePort) {
      return "<sip:" + user + "@127.0.0.1:" + linePort + ";transport="
          + (trusted == null ? "udp" : "tls") + ">;auth_user=" + user + ";auth_pass=" + secret
          + ";answermode=" + (answers ? "auto" : "manual")
          + ";audio_codecs=PCMU,PCMA;ptime=20;regint=" + (host.equals(HOME) ? 120 : 0)
          + (encrypts ? ";mediaenc=srtp-mand" : "") + "\n";
    }
  }

  /// Starts one that says a tone, and waits until it can ring.
  public static Baresip phone(TestLine kept, String user, int hertz)
      throws IOException, InterruptedException {
    return phone(kept, new Setup(user, hertz));
  }

  public static Baresip phone(TestLine kept, Setup setup) throws IOException, InterruptedException {
    var phone = start(kept, setup);
    try {
      phone.waits("is registered", () -> !kept.line.phonesOf(setup.user()).isEmpty());
      return phone;
    } catch (AssertionError | InterruptedException never) {
      phone.close();
      throw never;
    }
  }

  public static Baresip start(TestLine kept, Setup setup) throws IOException {
    return start(kept.line.port(setup.transport()), setup);
  }

  public static Baresip start(int linePort, Setup setup) throws IOException {
    var folder = Files.createTempDirectory("baresip");
    // There it listens over UDP and TCP, above for TLS, and above that for what is typed.
    int port = TestPorts.next(3);
    var tone = folder.resolve("tone.wav");
    Wav.write(tone, TestLine.sine(setup.hertz(), LONGEST_TALK));
    Files.writeString(folder.resolve("config"), config(port, tone, setup));
    Files.writeString(folder.resolve("accounts"), setup.account(linePort));
    var command = new ProcessBuilder("baresip", "-f", folder.toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.log").toFile());
    try {
      return new Baresip(command.start(), folder, port + 2);
    } catch (IOException missing) {
      throw new AssertionError(
          "These tests need the softphone baresip: install Debian's package baresip.", missing);
    }
  }

  private static String config(int port, Path tone, Setup setup) {
    return """
        poll_method epoll
        sip_listen %s:%d
        net_interface 127.0.0.1
        audio_source aufile,%s
        ausrc_srate 8000
        auplay_srate 8000
        ausrc_channels 1
        auplay_channels 1
        audio_level no
        rtp_ports %s
        rtcp_mux no
        cons_listen 127.0.0.1:%d
        module_path /usr/lib/baresip/modules
        module cons.so
        module g711.so
        module aufile.so
        module srtp.so
        module uuid.so
        module_app account.so
        module_app menu.so
        """.formatted(setup.host(), port, tone, TestPorts.forPhones(), port + 2)
        + (setup.trusted() == null ? "" : "sip_cafile " + setup.trusted() + "\n");
  }

  public void dial(String number) throws IOException {
    type("/dial " + number + "\n");
  }

  /// Takes the call that rings.
  public void answer() throws IOException {
    type("/accept\n");
  }

  public void hold() throws IOException {
    type("x");
  }

  public void resume() throws IOException {
    type("X");
  }

  /// Presses these keys in the call (RFC 4733).
  public void press(String digits) throws IOException {
    for (char key : digits.toCharArray()) type(String.valueOf(key));
  }

  /// Passes the call on to another number (REFER).
  public void transfer(String number) throws IOException {
    type("/transfer " + number + "\n");
  }

  public void hangUp() throws IOException {
    type("/hangup\n");
  }

  /// Leaves as a user does: what it was doing is ended, and it unregisters.
  public void quit() throws IOException, InterruptedException {
    type("/quit\n");
    assertThat(process.waitFor(10, TimeUnit.SECONDS))
        .as("baresip quits: %s", output())
        .isTrue();
  }

  /// Ends without a word to anybody, as in a power cut (SIGKILL).
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Waits until it has printed this.
  public void prints(String words) throws InterruptedException {
    waits("prints " + words, () -> output().contains(words));
  }

  public String output() {
    try {
      return Files.readString(folder.resolve("output.log"), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void type(String keys) throws IOException {
    if (keyboard == null) keyboard = connected();
    keyboard.getOutputStream().write(keys.getBytes(StandardCharsets.US_ASCII));
  }

  /// One that was just started does not listen yet.
  private Socket connected() throws IOException {
    var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), console);
      } catch (IOException notYet) {
        if (System.nanoTime() > until || !process.isAlive()) throw notYet;
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  private interface Fact {
    boolean holds();
  }

  private void waits(String what, Fact fact) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!fact.holds()) {
      assertThat(System.nanoTime()).as("baresip %s: %s", what, output()).isLessThan(until);
      Thread.sleep(20);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    if (keyboard != null) keyboard.close();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
