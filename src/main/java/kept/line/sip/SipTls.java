package kept.line.sip;

import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

/// Our certificate's key and whom we trust when we connect.
///
/// The arrays are Java's own form of these and are handed on as they are.
@SuppressWarnings("ArrayRecordComponent")
public record SipTls(KeyManager[] keys, TrustManager[] trust) {}
