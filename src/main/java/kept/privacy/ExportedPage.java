package kept.privacy;

import static kept.privacy.PersonExport.text;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kept.customers.Customer;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.ShopTime;
import tools.jackson.databind.JsonNode;

/// What we hold about a person as one page that opens in any browser, without us. Pure.
record ExportedPage(Customer customer, String shop, ShopTime time, Map<AgentId, Agent> team) {
  String html(Map<String, List<JsonNode>> rows, Instant now) {
    var page = new StringBuilder("""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
        <meta name="viewport" content="width=device-width"><style>
        body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem}
        article{border-top:1px solid #999;margin-top:2rem}
        pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}
        .quiet{color:#555}</style></head><body><h1>%1$s</h1>
        """.formatted(escaped(customer.name())));
    page.append(
        "<p>Everything that %s holds about %s on %s. The same as data is in person.json.</p>"
            .formatted(escaped(shop), escaped(customer.name()), when(now)));
    list(
        page,
        "How they reach us",
        all(rows, "identity"),
        row -> text(row, "value") + ", " + text(row, "source"));
    list(page, "Where they asked to be rung", all(rows, "ring_at"), row -> text(row, "number"));
    list(
        page,
        "What we know",
        all(rows, "fact"),
        row -> text(row, "label") + ": " + text(row, "value"));
    list(
        page,
        "What they own",
        all(rows, "possession"),
        row -> (text(row, "name") + " " + text(row, "condition")).strip());
    list(page, "What we promised", all(rows, "promise"), this::promise);
    for (var matter : all(rows, "conversation")) matter(page, rows, matter);
    elsewhere(page, rows);
    return page.append("</body></html>").toString();
  }

  private interface Line {
    String of(JsonNode row);
  }

  private static void list(StringBuilder page, String title, List<JsonNode> rows, Line line) {
    if (rows.isEmpty()) return;
    page.append("<h2>").append(title).append("</h2><ul>");
    for (var row : rows) page.append("<li>").append(escaped(line.of(row))).append("</li>");
    page.append("</ul>");
  }

  private String promise(JsonNode row) {
    var released = text(row, "release_reason");
    return text(row, "what") + ", due " + when(row, "due_at") + ", " + text(row, "state")
        + (text(row, "broken_at").isEmpty() ? "" : ", late")
        + (released.isEmpty() ? "" : ": " + released);
  }

  private void matter(StringBuilder page, Map<String, List<JsonNode>> rows, JsonNode matter) {
    var id = text(matter, "id");
    page.append("<article><h2>").append(escaped(text(matter, "matter"))).append("</h2>");
    page.append("<p class=quiet>Opened %s, %s.</p>"
        .formatted(when(matter, "opened_at"), escaped(text(matter, "state"))));
    of(rows, "message", "conversation", id).forEach(message -> message(page, rows, message));
    of(rows, "call", "conversation", id).forEach(call -> call(page, call));
    list(
        page,
        "What they said of it",
        of(rows, "confirmation", "conversation", id),
        row -> text(row, "kind").replace('_', ' ') + " " + text(row, "words"));
    page.append("</article>");
  }

  /// What they wrote in matters of others.
  private void elsewhere(StringBuilder page, Map<String, List<JsonNode>> rows) {
    var theirs = all(rows, "conversation").stream().map(row -> text(row, "id")).toList();
    for (var message : all(rows, "message"))
      if (!theirs.contains(text(message, "conversation"))) message(page, rows, message);
  }

  private void message(StringBuilder page, Map<String, List<JsonNode>> rows, JsonNode message) {
    page.append("<p class=quiet>%s, %s, %s</p><pre>%s</pre>"
        .formatted(
            when(message, "at"),
            escaped(who(message)),
            escaped(text(message, "channel")),
            escaped(text(message, "words"))));
    for (var file : of(rows, "attachment", "message", text(message, "id")))
      page.append("<p><a href=\"%s\">%s</a></p>"
          .formatted(escaped(PersonExport.attachment(file)), escaped(text(file, "name"))));
  }

  private String who(JsonNode message) {
    if (text(message, "author").isEmpty())
      return text(message, "sender").isEmpty() ? customer.name() : text(message, "sender");
    var author = team.get(new AgentId(UUID.fromString(text(message, "author"))));
    var name = author == null ? shop : author.firstName() + " at " + shop;
    return text(message, "direction").equals("note") ? name + ", a note of the team" : name;
  }

  private void call(StringBuilder page, JsonNode call) {
    page.append("<p class=quiet>%s, a call %s %s: %s</p>"
        .formatted(
            when(call, "began_at"),
            text(call, "direction").equals("inbound") ? "from" : "to",
            escaped(text(call, "number")),
            escaped(text(call, "outcome").replace('_', ' '))));
    if (!text(call, "recording").isEmpty())
      page.append(
          "<p><audio controls src=\"%s\"></audio></p>".formatted(PersonExport.recording(call)));
  }

  private static List<JsonNode> all(Map<String, List<JsonNode>> rows, String table) {
    return rows.getOrDefault(table, List.of());
  }

  private static List<JsonNode> of(
      Map<String, List<JsonNode>> rows, String table, String column, String id) {
    return all(rows, table).stream().filter(row -> text(row, column).equals(id)).toList();
  }

  private String when(JsonNode row, String column) {
    return when(OffsetDateTime.parse(text(row, column)).toInstant());
  }

  private String when(Instant at) {
    return time.local(at).toLocalDate() + " " + time.clock(at);
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
