package kept.line.rtp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The keys of a leg, ready for use: one context for each way of RTP and of RTCP.
///
/// A context lives as long as its key: begun anew it would encrypt two packets with one key
/// stream, and take old ones again. The claim of the leg's [Outgoing] guards ours, its loop
/// the others.
record Secrets(
    SrtpKeys keys,
    SrtpContext ours,
    SrtcpContext ourReports,
    SrtpContext theirs,
    SrtcpContext theirReports) {

  static @Nullable Secrets of(@Nullable SrtpKeys keys, @Nullable Secrets before) {
    if (keys == null) return null;
    if (before == null) return fresh(keys);
    var fresh = fresh(keys);
    boolean sameTag = keys.tagBytes() == before.keys.tagBytes();
    boolean ours = sameTag && Arrays.equals(keys.ours(), before.keys.ours());
    boolean theirs = sameTag && Arrays.equals(keys.theirs(), before.keys.theirs());
    return new Secrets(
        keys,
        ours ? before.ours : fresh.ours,
        ours ? before.ourReports : fresh.ourReports,
        theirs ? before.theirs : fresh.theirs,
        theirs ? before.theirReports : fresh.theirReports);
  }

  private static Secrets fresh(SrtpKeys keys) {
    return new Secrets(
        keys,
        new SrtpContext(keys.ours(), keys.tagBytes()),
        new SrtcpContext(keys.ours()),
        new SrtpContext(keys.theirs(), keys.tagBytes()),
        new SrtcpContext(keys.theirs()));
  }
}
