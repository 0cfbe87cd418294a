package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class MailReaderTest {
  @Test
  void readsAPlainMail() {
    var mail = Mails.read(Mails.fromChuck("", "It arrived with a crack.\n"));

    assertThat(mail.headers().from())
        .isEqualTo(new MailAddress("Chuck Alvarez", "chuck@example.com"));
    assertThat(mail.headers().to()).containsExactly(new MailAddress("", "help@marlow.example.com"));
    assertThat(mail.headers().subject()).isEqualTo("Cracked TV");
    assertThat(mail.headers().messageId()).isEqualTo("tv-1@example.com");
    assertThat(mail.headers().sentAt()).isEqualTo(Instant.parse("2026-11-03T09:02:00Z"));
    assertThat(mail.words()).isEqualTo("It arrived with a crack.");
    assertThat(mail.html()).isNull();
    assertThat(mail.attachments()).isEmpty();
    assertThat(mail.automatic()).isEqualTo(Automatic.PERSON);
  }

  @Test
  void makesTheSameIdForTheSameMailWithoutOne() {
    var raw = Mails.bytes("From: rosa@example.com\n\nAny news of my quote?\n");

    assertThat(MailReader.read(raw).headers().messageId())
        .endsWith("@no-message-id.invalid")
        .isEqualTo(MailReader.read(raw).headers().messageId());
  }

  @Test
  void takesTheEnvelopesAddressWhereTheLettersCannotBeOne() {
    var tag = Mails.bytes("From: <script>@x.example\n\nx");
    var noDomain = Mails.bytes("From: Chuck Alvarez <chuck>\n\nx");

    assertThat(MailReader.read(tag, "chuck@example.com").headers().from())
        .isEqualTo(new MailAddress("", "chuck@example.com"));
    assertThat(MailReader.read(noDomain, "chuck@example.com").headers().from())
        .isEqualTo(new MailAddress("Chuck Alvarez", "chuck@example.com"));
    assertThat(MailReader.read(noDomain, "").headers().from())
        .isEqualTo(new MailAddress("Chuck Alvarez", ""));
  }

  @Test
  void findsTheThreadInReferencesHoweverBroken() {
    var mail = Mails.read(Mails.fromChuck(
        "In-Reply-To: Your message of Monday <a@example.com>\nReferences: <r@example.com>\n\t<a@example.com> junk <a@example.com>\n",
        "x"));

    assertThat(mail.headers().inReplyTo()).containsExactly("a@example.com");
    assertThat(mail.headers().references()).containsExactly("r@example.com", "a@example.com");
  }

  @Test
  void toleratesAbsurdDates() {
    assertThat(Mails.read("Date: yesterday, I think\n\nx").headers().sentAt()).isNull();
    assertThat(
            Mails.read("Date: Tue, 3 Nov 29999 09:02:00 +0000\n\nx").headers().sentAt())
        .isNull();
    assertThat(Mails.read("Date: Thu, 1 Jan 1970 00:00:00 +0000\n\nx").headers().sentAt())
        .isNull();
  }

  @Test
  void takesWordsFromHtmlWhenThereAreNoOthers() {
    var mail = Mails.read(Mails.fromChuck(
        "Content-Type: text/html\n", "<p>It is <b>cracked</b>.</p><ul><li>TV<li>Stand</ul>"));

    assertThat(mail.words()).isEqualTo("It is cracked.\n\n- TV\n- Stand");
    assertThat(mail.html()).contains("<b>cracked</b>");
  }

  @Test
  void choosesPlainWordsAndHtmlAmongAlternatives() {
    var mail = Mails.read(Mails.fromChuck(
        "Content-Type: multipart/alternative; boundary=b\n",
        "--b\n\nplain\n--b\nContent-Type: text/html\n\n<i>rich</i>\n--b--\n"));

    assertThat(mail.words()).isEqualTo("plain");
    assertThat(mail.html()).isEqualTo("<i>rich</i>");
  }

  @Test
  void keepsAPictureInItsPlaceById() {
    var mail = Mails.read(Mails.fromChuck("Content-Type: multipart/related; boundary=b\n", """
        --b
        Content-Type: text/html

        <img src="cid:crack@tv">
        --b
        Content-Type: image/jpeg; name="..\\..\\crack.jpg"
        Content-ID: <crack@tv>
        Content-Transfer-Encoding: base64

        /9j/
        --b--
        """));

    var picture = mail.attachments().getFirst();
    assertThat(picture.name()).isEqualTo("crack.jpg");
    assertThat(picture.contentId()).isEqualTo("crack@tv");
    assertThat(picture.inline()).isTrue();
    assertThat(picture.bytes()).hasSize(3);
  }

  @Test
  void namesAnAttachedMailByItsSubject() {
    var mail = Mails.read(
        Mails.fromChuck(
            "Content-Type: multipart/mixed; boundary=b\n",
            "--b\n\nsee below\n--b\nContent-Type: message/rfc822\n\nSubject: Re: your order 4711\n\nhello\n--b--\n"));

    assertThat(mail.words()).isEqualTo("see below");
    assertThat(mail.attachments())
        .extracting(Attachment::name)
        .containsExactly("Re your order 4711.eml");
  }

  @Test
  void showsSignedMailAndKeepsItsSignatureAsAFile() {
    var mail = Mails.read(
        Mails.fromChuck(
            "Content-Type: multipart/signed; boundary=b; protocol=\"application/pgp-signature\"\n",
            "--b\n\nreally me\n--b\nContent-Type: application/pgp-signature; name=signature.asc\n\n-----BEGIN\n--b--\n"));

    assertThat(mail.words()).isEqualTo("really me");
    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("signature.asc");
  }

  @Test
  void unwrapsClearSignedWords() {
    var mail = Mails.read(Mails.fromChuck("", """
        -----BEGIN PGP SIGNED MESSAGE-----
        Hash: SHA256

        really me
        -----BEGIN PGP SIGNATURE-----

        iHUEARYKAB0WIQ
        -----END PGP SIGNATURE-----
        """));

    assertThat(mail.words()).isEqualTo("really me");
  }

  @Test
  void takesUuencodedFilesOutOfTheWords() {
    var mail =
        Mails.read(Mails.fromChuck("", "See this.\nbegin 644 note.txt\n#0V%T\n`\nend\nBye\n"));

    assertThat(mail.words()).isEqualTo("See this.\nBye");
    assertThat(mail.attachments().getFirst().name()).isEqualTo("note.txt");
    assertThat(new String(mail.attachments().getFirst().bytes(), UTF_8)).isEqualTo("Cat");
  }

  @Test
  void joinsFlowedLines() {
    var mail = Mails.read(Mails.fromChuck(
        "Content-Type: text/plain; format=flowed\n",
        "It is \ncracked.\n> you \n> said\n>> deeper\n-- \nChuck\n"));

    assertThat(mail.words()).isEqualTo("It is cracked.\n> you said\n>> deeper\n-- \nChuck");
  }

  @Test
  void decodesWhatCharsetsClaimForgetOrGetWrong() {
    assertThat(MailReader.read(Mails.latin1(
                "Subject: x\nContent-Type: text/plain; charset=iso-8859-1\n\nTomás \u0080 5"))
            .words())
        .isEqualTo("Tomás € 5");
    assertThat(MailReader.read(
                Mails.latin1("Subject: Tomás\nContent-Type: text/plain; charset=utf-8\n\nTomás"))
            .words())
        .isEqualTo("Tomás");
    assertThat(Mails.read("Subject: x\nContent-Type: text/plain; charset=us-ascii\n\nTomás")
            .words())
        .isEqualTo("Tomás");
    assertThat(Mails.read("Subject: x\nContent-Type: text/plain; charset=no-such\n\nTomás")
            .words())
        .isEqualTo("Tomás");
    assertThat(Mails.read("Subject: Tomás\n\nx").headers().subject()).isEqualTo("Tomás");
  }

  @Test
  void makesSomethingOfBytesThatAreNoMail() {
    var binary = new byte[5_000];
    for (int i = 0; i < binary.length; i++) binary[i] = (byte) (i * 31 % 7);

    assertThat(MailReader.read(binary).words()).isEqualTo(MailReader.UNREADABLE);
    assertThat(MailReader.read(binary).attachments())
        .extracting(Attachment::name)
        .containsExactly("original.eml");
    assertThat(MailReader.read(new byte[0]).words()).isNotBlank();
    assertThat(MailReader.read(Mails.bytes("Please call me\n0161 496 0000\n")).words())
        .contains("0161 496 0000");
  }

  @Test
  void keepsTheBytesWhenItsOwnReadingFails() {
    var mail = MailReader.notUnderstood(Mails.bytes("Subject: x\n\nhello"));

    assertThat(mail.words()).isEqualTo(MailReader.UNREADABLE);
    assertThat(mail.attachments().getFirst().bytes()).isEqualTo(Mails.bytes("Subject: x\n\nhello"));
    assertThat(mail.headers().messageId()).endsWith("@no-message-id.invalid");
  }

  @Test
  void saysSoWhenThereAreNoWords() {
    assertThat(Mails.read("Subject: Call me\n\n").words()).isEqualTo(MailReader.NO_WORDS);
    assertThat(
            Mails.read("Subject: x\nContent-Type: text/html\n\n<img src=a.png>").words())
        .isEqualTo(MailReader.ONLY_PICTURES);
  }

  @Test
  void keepsNoControlCharacters() {
    var mail = Mails.read("Subject: a\u0000b\u0007c\n\nx\u0000y\u001bz\n");

    assertThat(mail.headers().subject()).isEqualTo("a b c");
    assertThat(mail.words()).isEqualTo("xyz");
  }

  @Test
  void fallsBackToTheReturnPathForTheNullSender() {
    assertThat(Mails.read("Return-Path: <>\nFrom: a@example.com\n\nx").automatic())
        .isEqualTo(Automatic.BOUNCE);
    assertThat(MailReader.read(Mails.bytes("From: a@example.com\n\nx"), "").automatic())
        .isEqualTo(Automatic.BOUNCE);
  }

  @Test
  void decodesABase64BodyWithRubbishInIt() {
    var body = Base64.getEncoder().encodeToString("It is cracked.".getBytes(UTF_8));
    var mail = Mails.read(Mails.fromChuck(
        "Content-Transfer-Encoding: base64;\n", body.substring(0, 8) + "!\n*" + body.substring(8)));

    assertThat(mail.words()).isEqualTo("It is cracked.");
  }
}
