package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kept.line.sdp.Secrecy;
import kept.line.sip.SipSettings;
import kept.line.sip.Softphone;
import kept.line.sip.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  @Test
  void phonesRegisterCallAndAreCalledOverTheirOwnConnection(@TempDir Path folder) throws Exception {
    var certificate = TestCertificate.in(folder);
    try (var kept = new TestLine(SipSettings.Times.USUAL, certificate.tls(), Secrecy.CLEAR);
        var one = phone(kept, certificate, "101");
        var other = phone(kept, certificate, "102")) {
      one.register();
      other.register();
      assertThat(kept.line.phonesOf("102").getFirst().transport()).isEqualTo(Transport.TLS);

      var calling = one.call("8102");
      other.called();
      kept.desk.await("a talk", desk -> !desk.all(CallEvent.Connected.class).isEmpty());
      one.hangUp(calling);

      other.hears("BYE", 1);
      kept.desk.await("nobody", desk -> kept.line.calls().isEmpty() && kept.line.legs() == 0);
      assertThat(kept.line.failures()).isZero();
    }
  }

  @Test
  void theLineHangsUpOverTheConnectionOfTheCaller(@TempDir Path folder) throws Exception {
    var certificate = TestCertificate.in(folder);
    try (var kept = new TestLine(SipSettings.Times.USUAL, certificate.tls(), Secrecy.CLEAR);
        var one = phone(kept, certificate, "101")) {
      one.offerAgain(one.call("7000"));
      kept.desk.admitted.getFirst().hangUp();

      one.hears("BYE", 1);
    }
  }

  private static Softphone phone(TestLine kept, TestCertificate certificate, String user)
      throws Exception {
    return Softphone.tls(kept.line.port(Transport.TLS), certificate.peers(), user);
  }
}
