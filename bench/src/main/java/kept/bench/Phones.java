package kept.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Many phones at one address, over UDP.
///
/// Called, they ring and take the call at once; a user named `busy…` is busy, one named
/// `rings…` only rings. Calling, they do what [PhoneCall] is told. Nothing is sent again but
/// by who calls, since nothing is lost between two sockets of one machine.
final class Phones implements AutoCloseable {
  private final String host;
  private final InetSocketAddress line;
  private final Voices voices;
  private final DatagramSocket socket;
  private final Map<String, PhoneCall> calling = new ConcurrentHashMap<>();
  private final Map<String, Registering> registering = new ConcurrentHashMap<>();
  private final Map<String, Called> called = new ConcurrentHashMap<>();
  private final Thread reader;
  private volatile Consumer<SipText> invited = invite -> {};
  private volatile boolean closed;

  /// A call that somebody took or lets ring.
  private record Called(SipText invite, String answer, Voice voice) {}

  Phones(String host, int linePort, Voices voices) throws IOException {
    this.host = host;
    this.voices = voices;
    line = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), linePort);
    socket = new DatagramSocket(0, InetAddress.getByName(host));
    socket.setReceiveBufferSize(4 << 20);
    reader = Thread.ofPlatform().daemon().name("phones " + host).start(this::read);
  }

  String host() {
    return host;
  }

  int port() {
    return socket.getLocalPort();
  }

  Voices voices() {
    return voices;
  }

  /// Told of each INVITE when it comes.
  void whenInvited(Consumer<SipText> listener) {
    invited = listener;
  }

  /// How many calls they are in that others made.
  int talking() {
    return called.size();
  }

  PhoneCall call(String from, String number) throws IOException {
    var call = new PhoneCall(this, from, number);
    calling.put(call.id(), call);
    return call;
  }

  /// From now on the user is called here by the name of `contact`.
  void register(String user, String password, String contact)
      throws IOException, InterruptedException {
    var phone = new Registering(this, user, password, contact);
    registering.put(phone.id(), phone);
    phone.now();
    registering.remove(phone.id());
  }

  void forget(PhoneCall call) {
    calling.remove(call.id());
  }

  void send(String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, line));
  }

  /// Whoever was called by this number hangs up.
  boolean hangUpOn(String caller) throws IOException {
    for (var each : called.entrySet()) {
      var invite = each.getValue().invite();
      if (!invite.fromUser().equals(caller) || each.getValue().voice() == null) continue;
      send("BYE " + invite.contact() + " SIP/2.0\r\nVia: SIP/2.0/UDP " + host + ":" + port()
          + ";branch=z9hG4bKbye" + System.nanoTime() + ";rport\r\nMax-Forwards: 70\r\nFrom: "
          + invite.header("To") + ";tag=called\r\nTo: " + invite.header("From") + "\r\nCall-ID: "
          + each.getKey() + "\r\nCSeq: 1 BYE\r\n" + SipText.body(""));
      end(each.getKey());
      return true;
    }
    return false;
  }

  private void read() {
    var packet = new DatagramPacket(new byte[65536], 65536);
    while (!closed) {
      try {
        packet.setLength(65536);
        socket.receive(packet);
        if (packet.getLength() > 16)
          take(SipText.of(new String(packet.getData(), 0, packet.getLength(), UTF_8)));
      } catch (IOException | RuntimeException failed) {
        if (!closed) System.err.println("A phone failed: " + failed);
      }
    }
  }

  private void take(SipText message) throws IOException {
    var call = calling.get(message.header("Call-ID"));
    if (message.isResponse()) {
      var phone = registering.get(message.header("Call-ID"));
      if (call != null) call.answered(message);
      else if (phone != null) phone.answered(message);
      return;
    }
    switch (message.method()) {
      case "INVITE" -> {
        if (call != null) send(message.answer("200 OK", "again", contact(), call.sdp("sendrecv")));
        else invited(message);
      }
      case "CANCEL" -> {
        answer(message, "200 OK");
        var ringing = called.get(message.header("Call-ID"));
        if (ringing != null && ringing.voice() == null)
          answer(ringing.invite(), "487 Request Terminated");
        if (ringing != null && ringing.voice() == null) end(message.header("Call-ID"));
      }
      case "BYE" -> {
        answer(message, "200 OK");
        if (call != null) call.over();
        else end(message.header("Call-ID"));
      }
      case "ACK" -> {}
      default -> answer(message, "200 OK");
    }
  }

  private void invited(SipText invite) throws IOException {
    var id = invite.header("Call-ID");
    var before = called.get(id);
    if (before != null) {
      changed(invite, before);
      return;
    }
    invited.accept(invite);
    if (invite.user().startsWith("busy")) {
      answer(invite, "486 Busy Here");
      return;
    }
    answer(invite, "180 Ringing");
    if (invite.user().startsWith("rings")) {
      called.put(id, new Called(invite, "", null));
      return;
    }
    var voice = new Voice(host);
    voice.talksTo(new InetSocketAddress(line.getAddress(), invite.mediaPort()));
    var sdp = SipText.sdp(host, voice.port(), 1, "sendrecv");
    called.put(id, new Called(invite, sdp, voice));
    send(invite.answer("200 OK", "called", contact(), sdp));
    voices.join(voice, true);
  }

  /// The same INVITE again, or another within the call: the answer is as before.
  private void changed(SipText invite, Called before) throws IOException {
    if (before.voice() != null) send(invite.answer("200 OK", "called", contact(), before.answer()));
  }

  private void answer(SipText request, String status) throws IOException {
    send(request.answer(status, "called", contact(), ""));
  }

  private void end(String id) throws IOException {
    var over = called.remove(id);
    if (over != null && over.voice() != null) voices.leave(over.voice());
  }

  String contact() {
    return "sip:phone@" + host + ":" + port();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    closed = true;
    socket.close();
    reader.join();
    for (var id : called.keySet()) end(id);
  }
}
