package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import kept.line.TestLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisteringWireTest {
  private TestLine kept;
  private RawPhone phone;

  @BeforeEach
  void open() throws IOException {
    kept = new TestLine();
    phone = new RawPhone(kept.port());
  }

  @AfterEach
  void close() {
    phone.close();
    kept.close();
    assertThat(kept.line.failures()).isZero();
  }

  @Test
  void aPhoneComesAgainAndGoes() throws Exception {
    assertThat(phone.register("101", "101", "pw101", phone.contact(300))).contains("expires=300");
    assertThat(phone.register("101", "101", "pw101", phone.contact(120))).contains("expires=120");
    assertThat(kept.line.phonesOf("101")).hasSize(1);

    assertThat(phone.register("101", "101", "pw101", phone.contact(0)))
        .startsWith("SIP/2.0 200 ")
        .doesNotContain("Contact:");
    assertThat(kept.line.phonesOf("101")).isEmpty();
  }

  @Test
  void aStarUnregistersEveryPhoneOfAUser() throws Exception {
    phone.register("101", "101", "pw101", phone.contact(300), "Contact: <sip:other@127.0.0.9>");
    assertThat(kept.line.phonesOf("101")).hasSize(2);

    phone.register("101", "101", "pw101", "Contact: *", "Expires: 0");

    assertThat(kept.line.phonesOf("101")).isEmpty();
  }

  @Test
  void tooShortATimeIsRefusedWithTheLeastThatWouldDo() throws Exception {
    assertThat(phone.register("101", "101", "pw101", phone.contact(30)))
        .startsWith("SIP/2.0 423 ")
        .contains("Min-Expires: 60");
  }

  @Test
  void aUserWhoIsNotInFromIsForbidden() throws Exception {
    assertThat(phone.register("102", "101", "pw101", phone.contact(300)))
        .startsWith("SIP/2.0 403 ");
  }

  @Test
  void whoGuessesWaitsAndAnotherUserBesideHimDoesNot() throws Exception {
    phone.register("102", "102", "pw102", phone.contact(300));
    for (int i = 0; i < 5; i++)
      assertThat(phone.register("101", "101", "guess" + i)).startsWith("SIP/2.0 401 ");

    assertThat(phone.register("101", "101", "pw101")).startsWith("SIP/2.0 403 ");
    assertThat(phone.register("102", "102", "pw102")).startsWith("SIP/2.0 200 ");
  }

  @Test
  void aKnownNameInFromDoesNotShieldGuessesAtAnother() throws Exception {
    phone.register("102", "102", "pw102", phone.contact(300));
    for (int i = 0; i < 5; i++)
      assertThat(phone.register("102", "101", "guess" + i)).startsWith("SIP/2.0 401 ");

    assertThat(phone.register("102", "101", "guess")).startsWith("SIP/2.0 403 ");
    assertThat(phone.register("102", "102", "pw102")).startsWith("SIP/2.0 200 ");
  }
}
