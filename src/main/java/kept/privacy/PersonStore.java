package kept.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kept.customers.CustomerId;
import kept.platform.Json;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/// Every row about one person, table by table and whole, but for what only opens doors: tokens and
/// their hashes. All SQL that reads a person for themselves.
final class PersonStore {
  /// All of it is written here; nothing that somebody typed becomes part of a statement. Which rows
  /// of a table are about them, `t`; `without` is left out.
  private record Part(String table, String where, String order, String without) {
    Part(String table, String where, String order) {
      this(table, where, order, "");
    }
  }

  private static final String MATTERS =
      "(select id from conversation where customer = any(:people))";
  private static final String PROMISES = "(select id from promise where customer = any(:people))";
  private static final String CALLS = "(select id from call where customer = any(:people))";
  /// What they wrote in matters of others is theirs as well.
  private static final String SENT =
      "coalesce(substring(lower(sender) from '<([^<>]*)> *$'), lower(sender)) in "
          + "(select value from identity where customer = any(:people) and kind = 'EMAIL')";

  private static final String MESSAGES =
      "(select id from message where conversation in " + MATTERS + " or " + SENT + ")";
  /// What told the team of a promise.
  private static final String TELLINGS =
      "(select told.id from alarm_told told join alarm on alarm.id = told.alarm where alarm.promise in "
          + PROMISES
          + ")";

  private static final String NUMBERS =
      "(select value from identity where customer = any(:people) and kind = 'PHONE')";

  private static final List<Part> PARTS = List.of(
      new Part("customer", "id = any(:people)", "since"),
      new Part("identity", "customer = any(:people)", "created_at"),
      new Part("fact", "customer = any(:people)", "created_at"),
      new Part("possession", "customer = any(:people)", "bought_at"),
      new Part("conversation", "customer = any(:people)", "opened_at", "address_token"),
      new Part("contact", "conversation in " + MATTERS, "at"),
      new Part("effort", "conversation in " + MATTERS, "at"),
      new Part("message", "id in " + MESSAGES, "at", "search"),
      new Part("attachment", "message in " + MESSAGES, "position"),
      new Part("promise", "customer = any(:people)", "made_at"),
      new Part("promise_new_time", "promise in " + PROMISES, "agreed_at"),
      new Part("promise_proof", "promise in " + PROMISES, "given_at"),
      new Part("recap", "conversation in " + MATTERS, "sent_at"),
      new Part("confirmation", "conversation in " + MATTERS, "at"),
      new Part("page_link", "conversation in " + MATTERS, "created_at", "token_hash"),
      new Part("booking_link", "promise in " + PROMISES, "created_at", "token_hash"),
      new Part("ring_at", "promise in " + PROMISES, "asked_at"),
      new Part("call", "customer = any(:people)", "began_at"),
      new Part("call_leg", "call in " + CALLS, "rang_at"),
      new Part("inbound_mail", "message in " + MESSAGES, "received_at"),
      new Part(
          "delivery",
          String.join(" or about in ", "about in " + MESSAGES, MATTERS, PROMISES, TELLINGS),
          "created_at"),
      new Part("text_in", "filed_at is null and fields ->> 'From' in " + NUMBERS, "came_at"),
      new Part("text_stop", "number in " + NUMBERS, "stopped_at"),
      new Part("nuisance", "number in " + NUMBERS, "added_at"));

  /// Table by table, in this order.
  Map<String, List<JsonNode>> everything(Handle tx, CustomerId id) {
    var people = people(tx, id);
    var everything = new LinkedHashMap<String, List<JsonNode>>();
    for (var part : PARTS) everything.put(part.table(), rows(tx, part, people));
    return everything;
  }

  /// They, and whoever turned out to be them.
  private static List<UUID> people(Handle tx, CustomerId id) {
    return tx.createQuery("select id from customer where id = :id or merged_into = :id")
        .bind("id", id)
        .mapTo(UUID.class)
        .list();
  }

  private static List<JsonNode> rows(Handle tx, Part part, List<UUID> people) {
    var rows = tx.createQuery(
            "select (to_jsonb(t) - :without::text)::text from <table> t where <where> order by <order>")
        .define("table", part.table())
        .define("where", part.where())
        .define("order", part.order())
        .bind("without", part.without())
        .bindArray("people", UUID.class, people)
        .mapTo(String.class)
        .list();
    var read = new ArrayList<JsonNode>();
    rows.forEach(row -> read.add(Json.read(row)));
    return read;
  }
}
