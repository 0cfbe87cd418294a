package kept.platform.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import kept.platform.Loop;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What speaks TLS at every door of ours, with one certificate from the owner's files.
///
/// The files are looked at every few seconds. A new certificate is shown to whoever connects from
/// then on, and nobody who is connected notices. One that cannot be used is said in the log, and
/// the one before stays: who renews it writes two files, one after the other. Threads may share
/// this object.
public final class Tls implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Tls.class);
  private static final Duration EACH = Duration.ofSeconds(5);

  private final TlsFiles files;
  private final InstantSource clock;
  private final ShownKeys keys;
  private final SSLContext context;
  private @Nullable Loop loop;
  private String seen; // guarded by this
  private volatile @Nullable String trouble;

  private Tls(TlsFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
    this.seen = files.print();
    this.keys = new ShownKeys(ServerCertificate.read(files));
    this.context = context(keys);
  }

  /// Reads the files, and again whenever they change. What is wrong with them now is refused in a
  /// sentence.
  public static Tls open(TlsFiles files, InstantSource clock) {
    var tls = new Tls(files, clock);
    if (tls.hasEnded(tls.shown()))
      log.warn(
          "The certificate in {} ended at {}.", files.certificate(), tls.shown().endsAt());
    tls.loop = Loop.start("certificate", clock, tls::look);
    return tls;
  }

  /// The same for as long as we run, whatever certificate it shows.
  public SSLContext context() {
    return context;
  }

  public KeyManager[] keys() {
    return new KeyManager[] {keys};
  }

  /// Whom we trust when it is we who connect: those whom Java trusts.
  public TrustManager[] trust() {
    try {
      var usual = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      usual.init((KeyStore) null);
      return usual.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java trusts nobody.", e);
    }
  }

  /// What whoever connects now is shown.
  public ServerCertificate shown() {
    return keys.now();
  }

  /// Why the files of the moment are not what is shown; nothing while they are.
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  synchronized Instant look() {
    var print = files.print();
    if (!print.equals(seen)) {
      seen = print;
      change();
    }
    return clock.instant().plus(EACH);
  }

  private void change() {
    try {
      var next = ServerCertificate.read(files);
      if (hasEnded(next) && !hasEnded(shown()))
        throw new Refusal(
            "The certificate in " + files.certificate() + " ended at " + next.endsAt() + ".");
      keys.show(next);
      trouble = null;
      log.info("A new certificate is shown from now on: {}.", next);
    } catch (Refusal e) {
      trouble = e.sentence();
      log.warn(
          "{} The certificate before is shown on, until {}.", trouble, shown().endsAt());
    }
  }

  private boolean hasEnded(ServerCertificate certificate) {
    return certificate.endsAt().isBefore(clock.instant());
  }

  private static SSLContext context(ShownKeys keys) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java speaks no TLS.", e);
    }
  }

  @Override
  public void close() {
    if (loop != null) loop.close();
  }
}
