package kept.line.sip;

import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.message.SIPRequest;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.message.Response;

/// Knows which phones of which user can ring, and where (RFC 3261, section 10.3).
///
/// A phone is called where its REGISTER came from, over the same connection: behind NAT its
/// Contact is no address at all. Bindings live in memory and are short, so that after a
/// restart every phone is back within minutes.
final class Registrar {
  private static final int MANY_PHONES = 10;
  private static final int SHORTEST = 60;
  private static final int LONGEST = 300;
  private static final int USUAL = 300;

  private final Answers answers;
  private final Messages messages;
  private final PhoneEvents events;
  private final String domain;
  /// A user's list is replaced under the map's own lock, never changed.
  private final Map<String, List<Binding>> bindings = new ConcurrentHashMap<>();

  Registrar(Answers answers, Messages messages, PhoneEvents events, String domain) {
    this.answers = answers;
    this.messages = messages;
    this.events = events;
    this.domain = domain;
  }

  /// Where this user rings now.
  List<Destination> reach(String user) {
    return alive(user).stream().map(binding -> binding.destination(domain)).toList();
  }

  List<Binding> alive(String user) {
    var now = System.nanoTime();
    return bindings.getOrDefault(user, List.of()).stream()
        .filter(binding -> !binding.isOver(now))
        .toList();
  }

  Map<String, List<Binding>> all() {
    return bindings;
  }

  /// Whose secret it knows is already proven.
  void register(SIPRequest request, Transport transport, String user) {
    var asked = new ArrayList<ContactHeader>();
    var each = request.getHeaders(ContactHeader.NAME);
    while (each.hasNext()) asked.add((ContactHeader) each.next());
    var code = objection(request, asked);
    if (code == 423) {
      answers.send(
          request,
          transport,
          423,
          response -> response.setHeader(messages.header("Min-Expires", String.valueOf(SHORTEST))));
    } else if (code != 0) {
      answers.plain(request, transport, code);
    } else {
      boolean rangBefore = !alive(user).isEmpty();
      bindings.compute(
          user,
          (key, known) -> change(known == null ? List.of() : known, request, transport, asked));
      answers.send(request, transport, Response.OK, response -> sayBindings(response, user));
      boolean rings = !alive(user).isEmpty();
      if (rings && !asked.isEmpty()) events.registered(user);
      if (rangBefore && !rings) events.gone(user);
    }
  }

  private static int objection(SIPRequest request, List<ContactHeader> asked) {
    if (asked.size() > MANY_PHONES) return Response.BAD_REQUEST;
    for (var contact : asked) {
      int expires = expires(request, contact);
      if (contact.isWildCard()) {
        if (expires != 0 || asked.size() > 1) return Response.BAD_REQUEST;
      } else if (!(contact.getAddress().getURI() instanceof SipUri)) {
        return Response.BAD_REQUEST;
      } else if (expires > 0 && expires < SHORTEST) {
        return 423;
      }
    }
    return 0;
  }

  private static int expires(SIPRequest request, ContactHeader contact) {
    if (!contact.isWildCard() && contact.getExpires() >= 0) return contact.getExpires();
    var header = (ExpiresHeader) request.getHeader(ExpiresHeader.NAME);
    return header == null ? (contact.isWildCard() ? -1 : USUAL) : header.getExpires();
  }

  private List<Binding> change(
      List<Binding> known, SIPRequest request, Transport transport, List<ContactHeader> asked) {
    var now = System.nanoTime();
    var next = new ArrayList<>(known);
    next.removeIf(binding -> binding.isOver(now));
    var callId = request.getCallId().getCallId();
    long cseq = ((CSeqHeader) request.getHeader(CSeqHeader.NAME)).getSeqNumber();
    for (var contact : asked) {
      if (contact.isWildCard()) {
        next.clear();
        continue;
      }
      var uri = (SipUri) contact.getAddress().getURI();
      var text = uri.toString();
      boolean old = next.stream()
          .anyMatch(binding -> binding.contact().equals(text)
              && binding.callId().equals(callId)
              && binding.cseq() > cseq);
      if (old) continue; // overtaken on the way (section 10.3, step 7)
      next.removeIf(binding -> binding.contact().equals(text));
      int seconds = Math.min(expires(request, contact), LONGEST);
      if (seconds > 0)
        next.add(new Binding(
            text,
            uri.getUser() == null ? "" : uri.getUser(),
            source(request),
            transport,
            callId,
            cseq,
            now + seconds * 1_000_000_000L));
    }
    while (next.size() > MANY_PHONES) next.removeFirst();
    return List.copyOf(next);
  }

  static InetSocketAddress source(SIPRequest request) {
    return new InetSocketAddress(
        request.getPeerPacketSourceAddress(), request.getPeerPacketSourcePort());
  }

  private void sayBindings(Response response, String user) throws ParseException {
    response.removeHeader(ContactHeader.NAME);
    var now = System.nanoTime();
    for (var binding : alive(user)) {
      long seconds = Math.ceilDiv(binding.expiresAtNanos() - now, 1_000_000_000L);
      response.addHeader(
          messages.header("Contact", "<" + binding.contact() + ">;expires=" + seconds));
    }
  }

  /// It does not answer, or its connection broke.
  void forget(String user, Binding lost) {
    bindings.computeIfPresent(
        user,
        (key, known) -> known.stream().filter(binding -> !binding.equals(lost)).toList());
    if (alive(user).isEmpty()) events.gone(user);
  }
}
