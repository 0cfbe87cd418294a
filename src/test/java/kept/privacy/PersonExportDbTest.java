package kept.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import kept.TestShop;
import kept.customers.CustomerId;
import kept.platform.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Everything about one of two people who left traces everywhere, and nothing about the other.
class PersonExportDbTest {
  private final TestShop shop = new TestShop();

  PersonExportDbTest() {
    shop.rooms.tokens.create("a test", shop.dana);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void holdsEveryRowThatNamesThem() throws IOException {
    var vera = new Regular(shop, "quxvera", "+14155550142");
    var luis = new Regular(shop, "zapluis", "+14155550177");
    var who = vera.comes();
    var other = luis.comes();
    vera.joins(shop.rooms
        .conversations
        .list(kept.conversations.Which.of(other.id()), null, 9)
        .getLast()
        .conversation()
        .id());

    var json = Json.read(words(unzipped(who.id()), "person.json"));

    var held = new Traces(shop).rows(vera.words());
    // The shop's own rules, what programs were told, and how threads are found say nothing new.
    for (var table : new String[] {"front_door", "idempotency_key", "mail_thread", "pbx_call"})
      held.remove(table);
    held.forEach((table, count) ->
        assertThat(json.path(table).size()).as(table).isGreaterThanOrEqualTo(count));
    assertThat(json.toString()).doesNotContain("zapluis", "address_token", "token_hash");
  }

  @Test
  void isAPageToReadWithTheirFilesLettersAndRecordings() throws IOException {
    var vera = new Regular(shop, "quxvera", "+14155550142");
    var zip = unzipped(vera.comes().id());

    var page = words(zip, "read-me-first.html");
    assertThat(page)
        .contains("Vera quxvera", "The quxvera cabinet", "Be kind to quxvera", "Bring the quxvera")
        .contains("quxvera@example.com", "+14155550142", "They let us off", "The dog is quxvera");
    for (var folder : new String[] {"files/", "letters/", "recordings/"})
      assertThat(zip.keySet()).as(folder).anyMatch(name -> name.startsWith(folder));
    assertThat(zip.keySet()).filteredOn(name -> name.startsWith("files/")).hasSize(2);
    assertThat(zip.keySet())
        .filteredOn(name -> page.contains("\"" + name + "\""))
        .as("linked from the page")
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void whatTheyWroteRunsNowhere() throws IOException {
    var matter = shop.letterFrom("<b>Chuck</b>", "chuck@example.com", "<i>", "<script>x</script>");

    var page = words(unzipped(matter.customer()), "read-me-first.html");

    assertThat(page).doesNotContain("<script", "<i>", "<b>").contains("&lt;script&gt;");
  }

  private TreeMap<String, byte[]> unzipped(CustomerId id) throws IOException {
    var out = new ByteArrayOutputStream();
    shop.rooms.personExport.take(shop.dana, id).writeTo(out);
    var files = new TreeMap<String, byte[]>();
    var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
      files.put(entry.getName(), zip.readAllBytes());
    return files;
  }

  private static String words(TreeMap<String, byte[]> zip, String name) {
    return new String(zip.get(name), UTF_8);
  }
}
