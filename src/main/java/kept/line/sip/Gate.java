package kept.line.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sip.message.Response;

/// Who may come in: phones that know their secret, and nobody who asks too often.
public final class Gate {
  private static final int SECRET_BYTES = 32;

  private final Answers answers;
  private final Messages messages;
  private final Digest digest;
  private final Doorkeeper doorkeeper;

  /// What the edge is guarded with.
  ///
  /// @param tolls what may be dialled over trunks; a day's money is counted in `zone`
  /// @param offersSha256 whether phones are asked for SHA-256 beside MD5 (RFC 8760); baresip
  /// 1.0 and sipp 3.6 cannot register then
  /// @param realm the digest realm, for which the secrets in `passwords` were worked out
  public record Guards(
      String realm,
      boolean offersSha256,
      Passwords passwords,
      PhoneEvents phones,
      Resolver resolution,
      TollRules tolls,
      InstantSource clock,
      ZoneId zone) {}

  Gate(Answers answers, Messages messages, Guards guards) {
    this.answers = answers;
    this.messages = messages;
    var secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    var offered = guards.offersSha256()
        ? List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5)
        : List.of(DigestAlgorithm.MD5);
    digest =
        new Digest(offered, guards.realm(), new Nonces(secret, guards.clock()), guards.passwords());
    doorkeeper = new Doorkeeper(guards.clock());
  }

  /// Who asks too often gets no answer at all: an answer is what a scanner looks for.
  boolean admits(InetSocketAddress source) {
    return doorkeeper.admits(source.getAddress());
  }

  /// The user of ours that sent this, where it proves so; else it has been answered.
  ///
  /// @param challenge 401 or 407, for whoever shows nothing or something that ran out
  Optional<String> phone(
      SIPRequest request, Transport transport, InetSocketAddress source, int challenge) {
    var address = source.getAddress();
    var shown = values(
        request, challenge == Response.UNAUTHORIZED ? "Authorization" : "Proxy-Authorization");
    // Not the name in From: whoever is known here would shield guesses at everybody's password.
    var claimed = digest.claimed(shown);
    if (claimed.isPresent() && !doorkeeper.mayTry(address, claimed.get())) {
      answers.plain(request, transport, Response.FORBIDDEN);
      return Optional.empty();
    }
    var verdict =
        digest.check(shown, request.getMethod(), request.getRequestURI().toString(), address);
    return switch (verdict) {
      case Digest.Verdict.Proven(var proven) -> proven(request, transport, address, proven);
      case Digest.Verdict.Wrong(var named) -> {
        doorkeeper.failed(address, named);
        yield challenge(request, transport, source, challenge, false);
      }
      case Digest.Verdict.Missing() -> challenge(request, transport, source, challenge, false);
      case Digest.Verdict.Stale(var known) ->
        challenge(request, transport, source, challenge, true);
    };
  }

  /// Nobody acts under another name (RFC 3261, section 22.1: the identity is not that of
  /// From).
  private Optional<String> proven(
      SIPRequest request, Transport transport, InetAddress address, String proven) {
    if (!Messages.user(request.getFrom().getAddress().getURI()).equals(proven)) {
      answers.plain(request, transport, Response.FORBIDDEN);
      return Optional.empty();
    }
    doorkeeper.proven(address, proven);
    return Optional.of(proven);
  }

  private Optional<String> challenge(
      SIPRequest request, Transport transport, InetSocketAddress source, int code, boolean stale) {
    var name = code == Response.UNAUTHORIZED ? "WWW-Authenticate" : "Proxy-Authenticate";
    answers.send(request, transport, code, response -> {
      for (var each : digest.challenges(source.getAddress(), stale))
        response.addHeader(messages.header(name, each));
    });
    return Optional.empty();
  }

  private static List<String> values(SIPRequest request, String name) {
    var values = new ArrayList<String>();
    var each = request.getHeaders(name);
    while (each.hasNext()) {
      var text = each.next().toString();
      values.add(text.substring(text.indexOf(':') + 1).trim());
    }
    return values;
  }
}
