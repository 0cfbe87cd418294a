package kept.line.rtp;

/// The master keys of one stream's two ways, as SDES carries them (RFC 4568): 16 bytes of key
/// and 14 of salt each, for `AES_CM_128_HMAC_SHA1_80` or, with a short tag,
/// `AES_CM_128_HMAC_SHA1_32`.
///
/// @param ours protects what we send
/// @param theirs opens what they send
/// @param tagBytes bytes of authentication behind an RTP packet: 10 or 4 (RTCP always has 10)
@SuppressWarnings("ArrayRecordComponent") // read, never written or compared
public record SrtpKeys(byte[] ours, byte[] theirs, int tagBytes) {
  public SrtpKeys {
    if (ours.length != 30 || theirs.length != 30)
      throw new IllegalArgumentException("A master key has 16 bytes and its salt 14.");
    if (tagBytes != 10 && tagBytes != 4)
      throw new IllegalArgumentException("A tag has 10 bytes or 4.");
  }
}
