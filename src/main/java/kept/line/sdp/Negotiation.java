package kept.line.sdp;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kept.line.rtp.Agreement;
import kept.line.rtp.Direction;
import kept.line.rtp.Law;
import kept.line.rtp.SrtpKeys;
import org.jspecify.annotations.Nullable;

/// Offer and answer of one leg (RFC 3264), from its first offer, whoever makes it, to its
/// last.
///
/// A description that is refused changes nothing: what was agreed before stands. One offer of
/// ours may be answered several times, as early answers and forks do. Not for several threads:
/// a call's mailbox owns it.
public final class Negotiation {
  private static final int DIGITS = 101;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InetAddress address;
  private final int rtpPort;
  private final Secrecy secrecy;
  private final List<Law> preferred;
  private final long id = RANDOM.nextLong(1L << 62);
  private final Keys keys = new Keys();

  private long version;
  private String lastMedia = "";

  /// The streams of the session: ours, and those that are refused and yet keep their place
  /// (RFC 3264, section 8).
  private List<MediaDescription> streams = List.of();

  private int audio;
  private int digits = DIGITS;
  private Direction offered = Direction.SENDRECV;
  private @Nullable Agreement agreement;

  /// @param address where we listen, as they shall know it
  /// @param preferred our laws, best first; of an offer of theirs we take the first that they
  /// know
  public Negotiation(InetAddress address, int rtpPort, Secrecy secrecy, List<Law> preferred) {
    if (preferred.isEmpty()) throw new IllegalArgumentException("Nobody talks without a law.");
    this.address = address;
    this.rtpPort = rtpPort;
    this.secrecy = secrecy;
    this.preferred = List.copyOf(preferred);
  }

  /// What stands now.
  public Optional<Agreement> agreement() {
    return Optional.ofNullable(agreement);
  }

  /// Ours, first or again. The same words as the last time keep the same version (RFC 3264,
  /// section 8), so a refresh of a session timer is an offer of the same direction.
  public String offer(Direction direction) {
    var before = agreement;
    boolean crypto = before == null ? secrecy != Secrecy.CLEAR : before.srtp() != null;
    boolean secure = before == null
        ? secrecy == Secrecy.REQUIRED
        : streams.get(audio).protocol().equals(AudioStream.SECURE);
    var ours = new OurAudio(rtpPort, secure, direction, AudioStream.PACKET_MILLIS);
    for (var law : preferred) ours.law(law, payloadType(law));
    ours.digits(digits);
    if (crypto) ours.keys(keys.offered());
    offered = direction;
    return write(ours.description());
  }

  private int payloadType(Law law) {
    if (agreement == null || agreement.law() != law) return law.payloadType();
    return agreement.payloadType();
  }

  /// Their answer to our last offer.
  public Agreement answered(String answer) throws MalformedSdp, NotAcceptable {
    if (streams.isEmpty()) throw new IllegalStateException("Nothing was offered.");
    var session = SessionDescription.parse(answer);
    if (session.media().size() <= audio || !session.media().get(audio).isAudio())
      throw new NotAcceptable("The answer has no audio where the offer has.");
    var media = session.media().get(audio);
    if (media.isRefused()) throw new NotAcceptable("The answer refuses our audio.");
    var theirs = new AudioStream(session, media);
    var mine = streams.get(audio);
    boolean keysOffered = mine.value("crypto").isPresent();
    var taken = keysOffered ? keys.taken(theirs.cryptos()) : Optional.<Crypto>empty();
    boolean clearAllowed = mine.protocol().equals(AudioStream.CLEAR) && secrecy != Secrecy.REQUIRED;
    if (!theirs.isRtp()) throw new NotAcceptable("The answer is not RTP/AVP or RTP/SAVP.");
    if (taken.isEmpty() && (theirs.isSecure() || !clearAllowed))
      throw new NotAcceptable("The answer takes none of our keys.");
    var law = theirs.laws().stream()
        .filter(l -> preferred.contains(l.getValue()))
        .findFirst()
        .orElseThrow(() -> new NotAcceptable("The answer has no law of ours."));
    var srtp = taken.map(keys::with).orElse(null);
    return settle(theirs, law.getValue(), law.getKey(), digits, offered, srtp);
  }

  /// Our answer to an offer of theirs, first or again.
  ///
  /// @param wanted what we would do; we do that part of it that their own direction leaves
  public Answered answer(String offer, Direction wanted) throws MalformedSdp, NotAcceptable {
    var session = SessionDescription.parse(offer);
    int chosen = choose(session);
    var theirs = new AudioStream(session, session.media().get(chosen));
    var law = law(theirs).orElseThrow();
    int type = theirs.laws().stream()
        .filter(l -> l.getValue() == law)
        .findFirst()
        .orElseThrow()
        .getKey();
    // What else could fail, fails before anything of ours is changed.
    var direction = flow(wanted, theirs);
    checkFamily(theirs);
    var taken = crypto(theirs).orElse(null);
    var before = agreement == null ? null : agreement.srtp();
    var srtp = taken == null ? null : keys.answering(taken, before);
    digits = digitsBeside(theirs);
    var settled = settle(theirs, law, type, digits, wanted, srtp);

    var ours = new OurAudio(rtpPort, theirs.isSecure(), direction, settled.packetMillis());
    ours.law(law, type);
    if (settled.digits() >= 0) ours.digits(digits);
    if (taken != null && srtp != null)
      ours.keys(List.of(new Crypto(taken.tag(), taken.suite(), srtp.ours()).line()));
    streams = new ArrayList<>(session.media());
    streams.replaceAll(MediaDescription::refused);
    audio = chosen;
    return new Answered(write(ours.description()), settled);
  }

  /// The best audio stream of an offer: encrypted before clear, else the first.
  private int choose(SessionDescription session) throws MalformedSdp, NotAcceptable {
    int best = -1;
    var why = "There is no audio.";
    for (int i = 0; i < session.media().size(); i++) {
      var media = session.media().get(i);
      if (!media.isAudio() || media.isRefused()) continue;
      var theirs = new AudioStream(session, media);
      var flaw = flaw(theirs);
      if (flaw.isPresent()) why = flaw.get();
      else if (best < 0) best = i;
      else if (crypto(theirs).isPresent() && !isEncrypted(session, best)) best = i;
    }
    if (best < 0) throw new NotAcceptable(why);
    return best;
  }

  private Optional<String> flaw(AudioStream theirs) {
    if (!theirs.isRtp()) return Optional.of("The stream is not RTP/AVP or RTP/SAVP.");
    if (law(theirs).isEmpty()) return Optional.of("The stream has no law of ours.");
    boolean needed = theirs.isSecure() || secrecy == Secrecy.REQUIRED;
    if (needed && crypto(theirs).isEmpty()) return Optional.of("The stream has no key for us.");
    return Optional.empty();
  }

  private boolean isEncrypted(SessionDescription session, int index) throws MalformedSdp {
    return crypto(new AudioStream(session, session.media().get(index))).isPresent();
  }

  private Optional<Law> law(AudioStream theirs) {
    return preferred.stream()
        .filter(law -> theirs.laws().stream().anyMatch(l -> l.getValue() == law))
        .findFirst();
  }

  private Optional<Crypto> crypto(AudioStream theirs) {
    return secrecy == Secrecy.CLEAR
        ? Optional.empty()
        : theirs.cryptos().stream().findFirst();
  }

  /// A payload type keeps its meaning for the whole session (RFC 3264, section 8.3.2): theirs
  /// for digits where they have one, else a number that they use for nothing. There are 61 to
  /// choose from and they name fewer ([SdpParser#MOST_FORMATS]), so one is found.
  private int digitsBeside(AudioStream theirs) {
    if (theirs.digits() >= 0) return theirs.digits();
    int free = digits;
    while (theirs.names(free)) free = free == 127 ? 35 : free == 63 ? 96 : free + 1;
    return free;
  }

  private void checkFamily(AudioStream theirs) throws NotAcceptable {
    var host = theirs.rtp().getAddress();
    if (!host.isAnyLocalAddress() && host.getClass() != address.getClass())
      throw new NotAcceptable("The stream's address is not of our family.");
  }

  /// What we do of what we would, seeing what they do (RFC 3264, section 6.1).
  private static Direction flow(Direction wanted, AudioStream theirs) throws NotAcceptable {
    var possible = theirs.direction().reversed();
    return Direction.of(
        wanted.sends() && possible.sends(), wanted.receives() && possible.receives());
  }

  private Agreement settle(
      AudioStream theirs, Law law, int type, int heard, Direction wanted, @Nullable SrtpKeys srtp)
      throws NotAcceptable {
    checkFamily(theirs);
    var direction = flow(wanted, theirs);
    var rtp = theirs.rtp();
    var rtcp = theirs.rtcp();
    // Old hold names no address: their music, if any, comes from where they were.
    if (agreement != null && rtp.getAddress().isAnyLocalAddress()) {
      rtp = agreement.rtp();
      rtcp = agreement.rtcp();
    }
    var settled = new Agreement(
        law, theirs.digits(), theirs.packetMillis(), rtp, rtcp, direction, srtp, type, heard);
    agreement = settled;
    return settled;
  }

  private String write(MediaDescription ours) {
    var all = new ArrayList<>(streams);
    if (all.isEmpty()) all.add(ours);
    else all.set(audio, ours);
    streams = List.copyOf(all);
    var media = streams.toString();
    if (!media.equals(lastMedia)) version++;
    lastMedia = media;
    var origin = Origin.ours(id, version, address);
    return new SessionDescription(origin, Connection.to(address), List.of(), streams).toString();
  }
}
