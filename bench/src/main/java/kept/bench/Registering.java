package kept.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A phone that says where it is reached, and proves who it is by MD5 (RFC 3261, section 22).
final class Registering {
  private static final String WHERE = "sip:127.0.0.1";

  private final Phones phones;
  private final String user;
  private final String password;
  private final String contact;
  private final String id = UUID.randomUUID().toString();
  private final BlockingQueue<SipText> answers = new LinkedBlockingQueue<>();

  /// @param contact the user by which it is called there
  Registering(Phones phones, String user, String password, String contact) {
    this.phones = phones;
    this.user = user;
    this.password = password;
    this.contact = contact;
  }

  String id() {
    return id;
  }

  void answered(SipText response) {
    answers.add(response);
  }

  void now() throws IOException, InterruptedException {
    var challenge = ask(1, "").header("WWW-Authenticate");
    var answer = ask(2, "Authorization: " + proof(challenge) + "\r\n");
    if (answer.code() != 200) throw new IOException("No place for a phone: " + answer.start());
  }

  private SipText ask(int cseq, String more) throws IOException, InterruptedException {
    phones.send("REGISTER " + WHERE + " SIP/2.0\r\nVia: SIP/2.0/UDP " + phones.host() + ":"
        + phones.port() + ";branch=z9hG4bK" + UUID.randomUUID() + ";rport\r\nMax-Forwards: 70\r\n"
        + "From: <sip:" + user + "@127.0.0.1>;tag=" + id.substring(0, 8) + "\r\nTo: <sip:" + user
        + "@127.0.0.1>\r\nCall-ID: " + id + "\r\nCSeq: " + cseq + " REGISTER\r\nContact: <sip:"
        + contact + "@" + phones.host() + ":" + phones.port() + ">\r\nExpires: 3600\r\n" + more
        + SipText.body(""));
    var answer = answers.poll(10, TimeUnit.SECONDS);
    if (answer == null) throw new IOException("Nobody answers a REGISTER.");
    return answer;
  }

  private String proof(String challenge) {
    var realm = SipText.between(challenge, "realm=\"", "\"");
    var nonce = SipText.between(challenge, "nonce=\"", "\"");
    var who = md5(user + ":" + realm + ":" + password);
    var response = md5(who + ":" + nonce + ":00000001:bench:auth:" + md5("REGISTER:" + WHERE));
    return "Digest username=\"" + user + "\",realm=\"" + realm + "\",nonce=\"" + nonce + "\",uri=\""
        + WHERE + "\",algorithm=MD5,qop=auth,nc=00000001,cnonce=\"bench\",response=\"" + response
        + "\"";
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
