package kept.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A call that a phone makes; its thread says what happens next.
final class PhoneCall {
  private static final int TRIES = 40;

  private final Phones phones;
  private final String id = UUID.randomUUID().toString();
  private final String from;
  private final String number;
  private final Voice voice;
  private final BlockingQueue<SipText> answers = new LinkedBlockingQueue<>();
  private String to;
  private String where;
  private int cseq = 1;
  private int version;
  private String branch = "";
  private boolean joined;
  private volatile boolean over;
  /// The ACK of the last 200, for when that comes again.
  private volatile String acknowledgement = "";

  PhoneCall(Phones phones, String from, String number) throws IOException {
    this.phones = phones;
    this.from = from;
    this.number = number;
    voice = new Voice(phones.host());
    where = "sip:" + number + "@127.0.0.1";
    to = "<" + where + ">";
  }

  String id() {
    return id;
  }

  Voice voice() {
    return voice;
  }

  void answered(SipText response) throws IOException {
    if (!acknowledgement.isEmpty()
        && response.code() == 200
        && response.answersTo().equals("INVITE")) phones.send(acknowledgement);
    else answers.add(response);
  }

  /// The other side hung up.
  void over() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  String sdp(String direction) {
    return SipText.sdp(phones.host(), voice.port(), ++version, direction);
  }

  /// Calls and waits for the answer: 200, after which both talk if `talks`, or why not.
  int talk(boolean talks) throws IOException, InterruptedException {
    var answer = invite("sendrecv", false);
    if (answer.code() != 200) return answer.code();
    voice.talksTo(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), answer.mediaPort()));
    phones.voices().join(voice, talks);
    joined = true;
    return 200;
  }

  /// Calls and waits until it rings there.
  int ring() throws IOException, InterruptedException {
    return invite("sendrecv", true).code();
  }

  /// `sendonly` holds, `sendrecv` resumes.
  int flow(String direction) throws IOException, InterruptedException {
    return invite(direction, false).code();
  }

  private SipText invite(String direction, boolean onlyRings)
      throws IOException, InterruptedException {
    branch = "z9hG4bK" + UUID.randomUUID();
    acknowledgement = "";
    var request = request("INVITE", sdp(direction));
    var answer = exchange(request, "INVITE", onlyRings);
    if (answer.code() < 200) return answer;
    to = answer.header("To");
    if (answer.code() == 200) {
      where = answer.contact();
      branch = "z9hG4bK" + UUID.randomUUID();
    }
    var acknowledged = request("ACK", "");
    phones.send(acknowledged);
    if (answer.code() == 200) acknowledgement = acknowledged;
    cseq++;
    return answer;
  }

  /// Gives up while it rings; the status of the INVITE, 487 as it should be.
  int cancel() throws IOException, InterruptedException {
    phones.send(request("CANCEL", ""));
    while (true) {
      var answer = await(20);
      if (!answer.answersTo().equals("INVITE") || answer.code() < 200) continue;
      to = answer.header("To");
      phones.send(request("ACK", ""));
      return answer.code();
    }
  }

  int hangUp() throws IOException, InterruptedException {
    branch = "z9hG4bK" + UUID.randomUUID();
    return exchange(request("BYE", ""), "BYE", false).code();
  }

  /// Gives back what it has, whether or not it was ever answered.
  void close() throws IOException {
    phones.forget(this);
    if (joined) phones.voices().leave(voice);
    else voice.close();
  }

  private SipText exchange(String request, String method, boolean onlyRings)
      throws IOException, InterruptedException {
    boolean heard = false;
    for (int i = 0; i < TRIES; i++) {
      if (!heard) phones.send(request);
      var answer = answers.poll(500, TimeUnit.MILLISECONDS);
      while (answer != null) {
        heard = true;
        if (answer.header("CSeq").equals(cseq + " " + method)
            && (answer.code() >= 200 || onlyRings && answer.code() > 100)) return answer;
        answer = answers.poll(500, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("Nobody answers our " + method + " to " + number + ".");
  }

  private SipText await(int seconds) throws IOException, InterruptedException {
    var answer = answers.poll(seconds, TimeUnit.SECONDS);
    if (answer == null) throw new IOException("Nobody answers the call to " + number + ".");
    return answer;
  }

  private String request(String method, String sdp) {
    return method + " " + where + " SIP/2.0\r\nVia: SIP/2.0/UDP " + phones.host() + ":"
        + phones.port() + ";branch=" + branch + ";rport\r\nMax-Forwards: 70\r\nFrom: <sip:" + from
        + "@127.0.0.1>;tag=" + id.substring(0, 8) + "\r\nTo: " + to + "\r\nCall-ID: " + id
        + "\r\nCSeq: " + cseq + " " + method + "\r\nContact: <" + phones.contact() + ">\r\n"
        + SipText.body(sdp);
  }
}
