package kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import kept.platform.Refusal;
import kept.platform.http.WebSettings;
import kept.platform.tls.TlsFiles;
import org.jspecify.annotations.Nullable;

/// Every setting, from `kept.properties` in the data folder and `KEPT_…` in the environment, which
/// wins. `docs/configuration.md` gives each one's reason.
public record Config(
    Ground ground,
    WebSettings web,
    Mail mail,
    Phone phone,
    @Nullable TlsFiles tls) {
  /// Without a certificate of our own.
  public Config(Ground ground, WebSettings web, Mail mail, Phone phone) {
    this(ground, web, mail, phone, null);
  }

  /// Where everything lies. Several processes of one installation have a database, files and key in
  /// common, and a data folder each.
  public record Ground(Path data, @Nullable String databaseUrl, Path files, Path secretKey) {
    /// Everything in one folder, unless the database is elsewhere.
    public static Ground in(Path data, @Nullable String databaseUrl) {
      return new Ground(data, databaseUrl, data.resolve("files"), data.resolve("secret.key"));
    }

    /// As text it leaves the password out.
    @Override
    public String toString() {
      return "Ground[data=" + data + ", files=" + files + ", secretKey=" + secretKey + "]";
    }
  }

  /// Where mail comes in and by which server it goes out; port 0 is any free one.
  public record Mail(String bind, int port, @Nullable String relayUrl) {}

  /// Where calls come in; port 0 is any free one, -1 for TLS none. `address` is what others reach
  /// us at, null for whichever this machine has.
  public record Phone(
      String bind,
      int port,
      int tlsPort,
      int firstSound,
      int lastSound,
      @Nullable String address) {
    /// Without TLS.
    public Phone(String bind, int port, int firstSound, int lastSound, @Nullable String address) {
      this(bind, port, -1, firstSound, lastSound, address);
    }
  }

  /// A setting's name in the environment and its default, which is null when there is none.
  public enum Setting {
    KEPT_DATA("./data"),
    KEPT_BIND("0.0.0.0"),
    KEPT_HTTP_PORT("8080"),
    KEPT_HTTPS_PORT(null),
    KEPT_TLS_CERT(null),
    KEPT_TLS_KEY(null),
    KEPT_PUBLIC_URL(null),
    KEPT_HSTS_SUBDOMAINS("no"),
    KEPT_TRUSTED_PROXIES(""),
    KEPT_DATABASE_URL(null),
    KEPT_FILES(null),
    KEPT_SECRET_KEY(null),
    KEPT_SMTP_PORT("2525"),
    KEPT_RELAY_URL(null),
    KEPT_SIP_PORT("5060"),
    KEPT_SIP_TLS_PORT(null),
    KEPT_RTP_PORTS("16384-17383"),
    KEPT_PUBLIC_ADDRESS(null);

    private final @Nullable String usual;

    Setting(@Nullable String usual) {
      this.usual = usual;
    }

    public @Nullable String usual() {
      return usual;
    }

    /// Its name in `kept.properties`: `KEPT_HTTP_PORT` is `http.port`.
    public String property() {
      return name().substring("KEPT_".length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }
  }

  /// The same with the port that any free one turned out to be.
  Config withSmtpOn(int port) {
    return new Config(ground, web, new Mail(mail.bind, port, mail.relayUrl), phone, tls);
  }

  public Path data() {
    return ground.data;
  }

  public @Nullable String databaseUrl() {
    return ground.databaseUrl;
  }

  public static Config read(Map<String, String> environment) {
    return read(environment, Map.of());
  }

  /// With other defaults than the usual ones.
  static Config read(Map<String, String> environment, Map<Setting, String> defaults) {
    var data = Path.of(environment.getOrDefault("KEPT_DATA", "./data"))
        .toAbsolutePath()
        .normalize();
    var properties = properties(data.resolve("kept.properties"));
    return new Source(environment, properties, defaults).config(data);
  }

  private static Properties properties(Path file) {
    var properties = new Properties();
    if (!Files.exists(file)) return properties;
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new Refusal("The file " + file + " cannot be read: " + e.getMessage());
    }
    var known = Arrays.stream(Setting.values()).map(Setting::property).collect(Collectors.toSet());
    for (var name : properties.stringPropertyNames()) {
      if (known.contains(name)) continue;
      throw new Refusal("There is no setting \"" + name + "\" (in " + file + ")."
          + UnknownSettings.meant(name, Setting::property));
    }
    return properties;
  }

  private record Source(
      Map<String, String> environment, Properties properties, Map<Setting, String> defaults) {
    Config config(Path data) {
      var proxies = text(Setting.KEPT_TRUSTED_PROXIES);
      var web = new WebSettings(
          text(Setting.KEPT_BIND),
          port(Setting.KEPT_HTTP_PORT),
          securePort(Setting.KEPT_HTTPS_PORT),
          publicUrl(),
          proxies.isBlank() ? Set.of() : Set.of(proxies.strip().split("\\s*,\\s*")),
          isYes(Setting.KEPT_HSTS_SUBDOMAINS));
      var mail = new Mail(
          text(Setting.KEPT_BIND), port(Setting.KEPT_SMTP_PORT), find(Setting.KEPT_RELAY_URL));
      var ground = new Ground(
          data,
          find(Setting.KEPT_DATABASE_URL),
          path(Setting.KEPT_FILES, data.resolve("files")),
          path(Setting.KEPT_SECRET_KEY, data.resolve("secret.key")));
      return new Config(ground, web, mail, phone(), tls());
    }

    private @Nullable TlsFiles tls() {
      var certificate = find(Setting.KEPT_TLS_CERT);
      var key = find(Setting.KEPT_TLS_KEY);
      if (certificate == null && key == null) return null;
      if (certificate == null || key == null)
        throw new Refusal("KEPT_TLS_CERT and KEPT_TLS_KEY go together: set both, or neither.");
      return new TlsFiles(
          Path.of(certificate).toAbsolutePath().normalize(),
          Path.of(key).toAbsolutePath().normalize());
    }

    /// A port that is closed unless it is set.
    private int securePort(Setting setting) {
      if (find(setting) == null) return -1;
      if (tls() == null)
        throw new Refusal(setting + " needs a certificate: set KEPT_TLS_CERT and KEPT_TLS_KEY.");
      return port(setting);
    }

    private Phone phone() {
      var range = text(Setting.KEPT_RTP_PORTS).split("-");
      if (range.length != 2 || !range[0].matches("\\d{1,5}") || !range[1].matches("\\d{1,5}"))
        throw new Refusal("KEPT_RTP_PORTS has to be two ports, like 16384-17383.");
      var first = Integer.parseInt(range[0]);
      var last = Integer.parseInt(range[1]);
      if (first < 1 || last > 65_535 || last - first < 2)
        throw new Refusal("KEPT_RTP_PORTS needs room for at least one call: 16384-17383.");
      return new Phone(
          text(Setting.KEPT_BIND),
          port(Setting.KEPT_SIP_PORT),
          securePort(Setting.KEPT_SIP_TLS_PORT),
          first,
          last,
          find(Setting.KEPT_PUBLIC_ADDRESS));
    }

    private Path path(Setting setting, Path usual) {
      var set = find(setting);
      return set == null ? usual : Path.of(set).toAbsolutePath().normalize();
    }

    private @Nullable String publicUrl() {
      var url = find(Setting.KEPT_PUBLIC_URL);
      if (url == null) return null;
      if (!url.matches("https?://[^/\\s]+/?")) {
        throw new Refusal(
            "KEPT_PUBLIC_URL has to look like https://desk.example.com, without a path.");
      }
      return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private boolean isYes(Setting setting) {
      var text = text(setting);
      if (text.equals("yes") || text.equals("no")) return text.equals("yes");
      throw new Refusal(setting + " is yes or no, not \"" + text + "\".");
    }

    private int port(Setting setting) {
      var text = text(setting);
      if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535)
        return Integer.parseInt(text);
      throw new Refusal(setting + " has to be a port from 0 to 65535, not \"" + text + "\".");
    }

    private String text(Setting setting) {
      var text = find(setting);
      return text == null ? "" : text;
    }

    private @Nullable String find(Setting setting) {
      var set = environment.get(setting.name());
      if (set == null) set = properties.getProperty(setting.property());
      if (set == null) set = defaults.get(setting);
      if (set == null) set = setting.usual();
      return set == null || set.isBlank() ? null : set.strip();
    }
  }
}
