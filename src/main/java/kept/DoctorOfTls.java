package kept;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import kept.platform.Refusal;
import kept.platform.tls.ServerCertificate;
import kept.platform.tls.TlsFiles;

/// The doctor's look at our own certificate: whether it can be used, for how long, for whom, who
/// signed it, and whether the Kept that runs shows it.
final class DoctorOfTls {
  /// Certbot renews thirty days ahead; what is not renewed by now, nobody renews.
  private static final Duration SOON = Duration.ofDays(14);

  private final Config config;
  private final InstantSource clock;
  private final boolean running;

  DoctorOfTls(Config config, InstantSource clock, boolean running) {
    this.config = config;
    this.clock = clock;
    this.running = running;
  }

  List<Finding> certificate() {
    var files = config.tls();
    if (files == null)
      return List.of(Finding.skipped(
          "KEPT_TLS_CERT is not set: https is a proxy's, and mail comes in unencrypted"));
    ServerCertificate read;
    try {
      read = ServerCertificate.read(files);
    } catch (Refusal e) {
      return List.of(Finding.toDo(e.sentence()));
    }
    var found = new ArrayList<>(List.of(time(read)));
    name(read).ifPresent(found::add);
    found.add(signer(read));
    othersMayRead(files).ifPresent(found::add);
    shown(read).ifPresent(found::add);
    return found;
  }

  private Finding time(ServerCertificate read) {
    var now = clock.instant();
    if (read.endsAt().isBefore(now))
      return Finding.toDo(
          "The certificate ended on " + day(read.endsAt()) + ": browsers refuse it. Renew it.");
    if (read.beginsAt().isAfter(now))
      return Finding.toDo("The certificate begins on " + day(read.beginsAt())
          + ". Look at this machine's clock, or wait until then.");
    var days = Duration.between(now, read.endsAt()).toDays();
    var words = "The certificate is good until " + day(read.endsAt()) + ", for " + days + " days";
    return days >= SOON.toDays()
        ? Finding.well(words)
        : Finding.toDo(words + ". Nobody has renewed it: look at what should.");
  }

  private Optional<Finding> name(ServerCertificate read) {
    var url = config.web().publicUrl();
    if (url == null || config.web().httpsPort() < 0) return Optional.empty();
    var host = URI.create(url).getHost();
    return Optional.of(
        read.isFor(host)
            ? Finding.well("The certificate is for " + host)
            : Finding.toDo(
                "The certificate is not for " + host + ", where KEPT_PUBLIC_URL leads, but"
                    + " for " + String.join(", ", read.names()) + ". Get one for that name."));
  }

  private static Finding signer(ServerCertificate read) {
    var own = read.own();
    if (own.getIssuerX500Principal().equals(own.getSubjectX500Principal()))
      return Finding.toDo(
          "The certificate signed itself, so every browser warns of it. Get one that"
              + " is signed, from Let’s Encrypt for instance.");
    try {
      var chain = read.chain().toArray(X509Certificate[]::new);
      usual().checkServerTrusted(chain, own.getPublicKey().getAlgorithm());
      return Finding.well("Browsers know who signed the certificate");
    } catch (CertificateException e) {
      if (read.chain().size() == 1)
        return Finding.toDo("The file has no certificate of who signed ours ("
            + own.getIssuerX500Principal().getName() + "). Use the one with the full chain.");
      return Finding.skipped("This machine does not know who signed the certificate ("
          + own.getIssuerX500Principal().getName() + "); the shop’s browsers have to");
    } catch (GeneralSecurityException e) {
      return Finding.skipped("This Java knows nobody who signs certificates: " + e.getMessage());
    }
  }

  private static X509TrustManager usual() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    for (var each : factory.getTrustManagers())
      if (each instanceof X509TrustManager usual) return usual;
    throw new GeneralSecurityException("no trust manager");
  }

  private static Optional<Finding> othersMayRead(TlsFiles files) {
    return mayReadEveryone(files.key())
        ? Optional.of(Finding.toDo("Everybody on this machine may read the key " + files.key()
            + ". Take that away: chmod o-r " + files.key()))
        : Optional.empty();
  }

  private static boolean mayReadEveryone(Path file) {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  private Optional<Finding> shown(ServerCertificate read) {
    var port = config.web().httpsPort();
    if (!running || port <= 0) return Optional.empty();
    var shown = ShownAt.port(DoctorAtDoors.local(config.web().bind()), port);
    if (shown.isEmpty()) return Optional.empty();
    return Optional.of(
        ServerCertificate.print(shown.get()).equals(ServerCertificate.print(read.own()))
            ? Finding.well("Port " + port + " shows this certificate")
            : Finding.toDo("Port " + port + " shows another certificate, good until "
                + day(shown.get().getNotAfter().toInstant())
                + ". A change is shown within seconds: look into the log of Kept."));
  }

  private static String day(Instant time) {
    return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
