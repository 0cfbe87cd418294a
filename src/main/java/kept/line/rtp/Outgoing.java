package kept.line.rtp;

import org.jspecify.annotations.Nullable;

/// What a leg's party hears: one source at a time on one continuous stream.
///
/// A peer's packets come on the peer's selector loop, everything else from the pacer; whoever
/// sends holds the claim.
final class Outgoing implements Listener {
  private final MediaLeg leg;
  private final Pacer pacer;
  private final Stream stream;
  private final Claim claim = new Claim();
  private final Dialling dialling = new Dialling();
  private final Passage passage = new Passage();
  private volatile Playing playing = new Playing(Source.SILENCE);
  private volatile boolean stopped;
  private @Nullable Playing paced;
  private long due;

  Outgoing(MediaLeg leg, Pacer pacer, Stream stream) {
    this.leg = leg;
    this.pacer = pacer;
    this.stream = stream;
  }

  Source source() {
    return playing.source();
  }

  synchronized void play(Source source) {
    if (stopped) return;
    change(source);
    if (!(source instanceof Source.Peer(var peer))) pacer.join(this);
    else if (!peer.listeners().add(this)) play(Source.SILENCE);
  }

  private void change(Source source) {
    var before = playing;
    var mixed = before.mixer();
    var mixer = source instanceof Source.Mix mix ? Mixer.of(mix, mixed, this::press) : null;
    claim.take();
    playing = new Playing(source, mixer);
    claim.release();
    if (before.source() instanceof Source.Peer(var peer)) peer.listeners().remove(this);
    if (mixed != null) mixed.giveWayTo(mixer);
    if (mixer != null) mixer.listen();
  }

  /// The peer is gone: what is left of it is silence.
  @Override
  public synchronized void lose(MediaLeg peer) {
    if (playing.source() instanceof Source.Peer(var lost) && lost == peer) play(Source.SILENCE);
  }

  void press(String keys) {
    dialling.press(keys);
    pacer.join(this);
  }

  synchronized void stop() {
    stopped = true;
    change(Source.SILENCE);
  }

  boolean wantsPacing() {
    return !stopped && (dialling.isBusy() || !(source() instanceof Source.Peer));
  }

  /// From the pacer, each 10 ms.
  void beat(long tick, Scratch scratch) {
    var terms = leg.terms();
    if (tick < due || stopped || terms == null) return;
    Playing ended;
    claim.take();
    try {
      ended = say(tick, terms, scratch);
    } finally {
      claim.release();
    }
    if (ended != null && ended.source() instanceof Source.Clip clip) leg.tellPlayed(clip);
  }

  private @Nullable Playing say(long tick, Terms terms, Scratch scratch) {
    if (dialling.isBusy()) {
      dial(tick, terms, scratch);
      return null;
    }
    var now = playing;
    if (!now.hasEnded()) {
      pace(now, tick, terms, scratch);
      return null;
    }
    playing = new Playing(Source.SILENCE);
    pace(playing, tick, terms, scratch);
    return now;
  }

  private void dial(long tick, Terms terms, Scratch scratch) {
    paced = null;
    passage.end();
    due = tick + Dialling.MILLIS;
    int payloadType = terms.agreement().digits();
    if (payloadType < 0) dialling.forget();
    else if (dialling.next(stream, scratch, payloadType, leg.elapsed()) && terms.sends())
      stream.send(scratch, terms);
  }

  private void pace(Playing now, long tick, Terms terms, Scratch scratch) {
    if (now.source() instanceof Source.Peer) return;
    boolean begins = now != paced;
    if (begins) stream.reach(stream.seam(leg.elapsed()));
    else stream.reach(stream.position() + (tick - due) * Law.RATE / 1000);
    int millis = terms.agreement().packetMillis();
    due = tick + millis;
    var packet = scratch.said;
    packet.index = stream.sequence();
    packet.position = stream.position();
    packet.length = millis * Law.RATE / 1000;
    packet.marker = begins;
    now.fill(
        terms.agreement().law(), packet.position, scratch.out, RtpPacket.HEADER, packet.length);
    paced = terms.sends() ? now : null;
    sayAudio(terms, scratch);
  }

  /// A peer's packet, on the peer's selector loop.
  @Override
  public void hear(MediaLeg from, Scratch scratch) {
    claim.take();
    try {
      var now = playing;
      var terms = leg.terms();
      if (terms == null || !(now.source() instanceof Source.Peer(var peer)) || peer != from) return;
      if (!terms.sends() || dialling.isBusy()) passage.end();
      else pass(now, terms, scratch);
    } finally {
      claim.release();
    }
  }

  private void pass(Playing now, Terms terms, Scratch scratch) {
    var heard = scratch.heard;
    boolean begins = heard.restarts || !passage.leads(now);
    if (begins) passage.begin(now, heard, stream.sequence(), stream.seam(leg.elapsed()));
    if (!passage.admits(heard.index)) return;
    boolean digits = heard.kind == PayloadKind.DIGITS && terms.agreement().digits() >= 0;
    if (!digits && heard.kind != PayloadKind.AUDIO) {
      passage.skip(heard.index);
      return;
    }
    var said = scratch.said;
    said.index = passage.sequence(heard.index);
    said.position = passage.position(heard.position);
    said.length = heard.length;
    said.marker = heard.marker || begins;
    System.arraycopy(scratch.in, heard.offset, scratch.out, RtpPacket.HEADER, heard.length);
    if (digits) {
      said.payloadType = terms.agreement().digits();
      stream.send(scratch, terms);
      return;
    }
    G711.transcode(heard.law, terms.agreement().law(), scratch.out, RtpPacket.HEADER, said.length);
    sayAudio(terms, scratch);
  }

  private void sayAudio(Terms terms, Scratch scratch) {
    var packet = scratch.said;
    stream.reach(packet.position + packet.length);
    if (!terms.sends()) return;
    packet.offset = RtpPacket.HEADER;
    packet.payloadType = terms.agreement().payloadType();
    leg.taps().said(packet, terms.agreement().law(), scratch.out);
    stream.send(scratch, terms);
  }
}
