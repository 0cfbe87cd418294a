package kept.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AutomaticTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      PERSON     | X-Mailer: Thunderbird
      PERSON     | Auto-Submitted: no
      PERSON     | Precedence: normal
      PERSON     | X-Auto-Response-Suppress: DR, RN
      PERSON     | Subject: Automatic door still broken
      AUTO_REPLY | Auto-Submitted: auto-replied (vacation)
      AUTO_REPLY | X-Autoreply: yes
      AUTO_REPLY | Precedence: auto_reply
      AUTO_REPLY | Subject: Automatic reply: your order
      AUTO_REPLY | Subject: Out of Office: your order
      AUTO_REPLY | Subject: Abwesenheit bis Montag
      LIST       | List-Id: Fridge repairers <fridges.example.org>
      LIST       | Precedence: list
      BULK       | Auto-Submitted: auto-generated
      BULK       | Precedence: bulk
      BULK       | List-Unsubscribe: <mailto:leave@example.org>
      BULK       | X-Auto-Response-Suppress: All
      BOUNCE     | Return-Path: <>
      BOUNCE     | X-Failed-Recipients: luis@example.com
      BOUNCE     | From: MAILER-DAEMON <>
      """)
  void tellsWhoIsBehindAMail(Automatic kind, String header) {
    assertThat(Mails.read("From: luis@example.com\n" + header + "\n\nhello").automatic())
        .isEqualTo(header.startsWith("From") ? Automatic.PERSON : kind);
    assertThat(Mails.read(header + "\n\nhello").automatic()).isEqualTo(kind);
  }

  @Test
  void believesTheEnvelopeBeforeTheReturnPath() {
    var mail = Mails.bytes("Return-Path: <>\nFrom: luis@example.com\n\nhello");

    assertThat(MailReader.read(mail, "luis@example.com").automatic()).isEqualTo(Automatic.PERSON);
    assertThat(MailReader.read(mail, "").automatic()).isEqualTo(Automatic.BOUNCE);
  }

  @Test
  void takesAPostmasterWhoWritesForAPerson() {
    assertThat(Mails.read("From: postmaster@example.com\nSubject: Your bill\n\nhello")
            .automatic())
        .isEqualTo(Automatic.PERSON);
    assertThat(Mails.read("From: postmaster@example.com\nSubject: Undeliverable: Your bill\n\nx")
            .automatic())
        .isEqualTo(Automatic.BOUNCE);
  }
}
