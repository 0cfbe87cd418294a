package kept.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Json;
import kept.platform.NotFound;
import kept.team.AgentId;
import kept.team.Shop;
import kept.team.Team;
import tools.jackson.databind.JsonNode;

/// Everything that we hold about one person, in one zip to hand to them: a page to read, the same
/// as JSON, their files, their letters as they came, and what was recorded. Threads may share this
/// object.
public final class PersonExport {
  private final Database database;
  private final Events events;
  private final House house;
  private final Path recordings;
  private final InstantSource clock;
  private final PersonStore store = new PersonStore();

  /// Whom it asks for names and files.
  public record House(Customers customers, Team team, Shop shop, Blobs blobs) {}

  public PersonExport(
      Database database, Events events, House house, Path recordings, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.house = house;
    this.recordings = recordings;
    this.clock = clock;
  }

  /// A person as they are now, before a byte of it is written; that it was taken out is written
  /// down.
  public Taken take(AgentId by, CustomerId id) {
    return database.inTransaction(tx -> {
      var customer = house.customers().get(id);
      events.publish(by, new CustomerExported(customer.id()));
      return new Taken(customer, store.everything(tx, customer.id()));
    });
  }

  /// What was taken out of the database; its files are read while it is written.
  public final class Taken {
    private final Customer customer;
    private final Map<String, List<JsonNode>> rows;

    private Taken(Customer customer, Map<String, List<JsonNode>> rows) {
      this.customer = customer;
      this.rows = rows;
    }

    /// "chuck-alvarez.zip", or what is left of a name in other letters.
    public String fileName() {
      return safe(customer.name().toLowerCase(java.util.Locale.ROOT)).replace('_', '-') + ".zip";
    }

    public void writeTo(OutputStream out) throws IOException {
      var zip = new ZipOutputStream(out, UTF_8);
      var page = new ExportedPage(
          customer,
          house.shop().business().name(),
          house.shop().time(),
          house.team().everyone());
      put(zip, "read-me-first.html", page.html(rows, clock.instant()).getBytes(UTF_8));
      put(zip, "person.json", Json.write(rows).getBytes(UTF_8));
      for (var file : files(rows).entrySet()) put(zip, file.getKey(), file.getValue());
      zip.finish();
    }
  }

  /// A file in the zip, opened when its turn comes.
  private interface Bytes {
    InputStream open() throws IOException;
  }

  private Map<String, Bytes> files(Map<String, List<JsonNode>> rows) {
    var files = new LinkedHashMap<String, Bytes>();
    for (var each : rows.getOrDefault("attachment", List.of()))
      files.put(attachment(each), () -> house.blobs().open(text(each, "blob")));
    for (var each : rows.getOrDefault("promise_proof", List.of()))
      if (!text(each, "blob").isEmpty())
        files.put(proof(each), () -> house.blobs().open(text(each, "blob")));
    for (var each : rows.getOrDefault("inbound_mail", List.of()))
      files.put(
          "letters/" + text(each, "id") + ".eml", () -> house.blobs().open(text(each, "blob")));
    for (var each : rows.getOrDefault("call", List.of()))
      if (!text(each, "recording").isEmpty())
        files.put(
            recording(each),
            () -> Files.newInputStream(recordings.resolve(text(each, "recording"))));
    return files;
  }

  static String attachment(JsonNode row) {
    return "files/" + text(row, "id") + "-" + safe(text(row, "name"));
  }

  static String proof(JsonNode row) {
    return "files/" + text(row, "id") + "-" + safe(text(row, "file_name"));
  }

  static String recording(JsonNode row) {
    return "recordings/" + text(row, "id") + ".wav";
  }

  static String text(JsonNode row, String name) {
    return row.path(name).asString("");
  }

  private static String safe(String name) {
    return name.replaceAll("[^A-Za-z0-9.-]+", "_").replaceAll("^[._]+", "");
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  /// One that is gone from the disk by now is left out.
  private static void put(ZipOutputStream zip, String name, Bytes file) throws IOException {
    try (var in = file.open()) {
      zip.putNextEntry(new ZipEntry(name));
      in.transferTo(zip);
      zip.closeEntry();
    } catch (NotFound | java.nio.file.NoSuchFileException gone) {
      return;
    }
  }
}
