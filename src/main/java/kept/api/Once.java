package kept.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kept.platform.Database;
import kept.team.ApiTokenId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Does what a program asks with an `Idempotency-Key` once
/// (draft-ietf-httpapi-idempotency-key-header-07).
///
/// The key's row and the change commit together. Of two at once one does it; the other waits for it
/// and hears the same answer. What was refused changed nothing and is not kept: it may be asked
/// again. All SQL of `idempotency_key`. Threads may share this object.
public final class Once {
  private static final Duration KEPT_FOR = Duration.ofHours(24);

  private final Database database;
  private final InstantSource clock;

  public Once(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// An answer, and whether it was given before.
  record Outcome(Answer.Said said, boolean again) {}

  /// Who asks, under which key, and what: the hash of everything that makes the request.
  @SuppressWarnings("ArrayRecordComponent")
  record Asked(ApiTokenId token, String key, byte[] request) {}

  Outcome answer(Asked asked, Supplier<Answer.Said> work) {
    return database.inTransaction(tx -> {
      lock(tx, asked);
      var known = find(tx, asked);
      if (known.isPresent()) return again(known.get(), asked);
      var said = work.get();
      insert(tx, asked, said);
      return new Outcome(said, false);
    });
  }

  /// What was answered under this key already.
  Optional<Outcome> before(Asked asked) {
    return database.read(tx -> find(tx, asked)).map(known -> again(known, asked));
  }

  /// A key as the header has it: with the quotes of RFC 8941, or without.
  static Optional<String> key(@Nullable String header) {
    if (header == null) return Optional.empty();
    var key = header.strip();
    if (key.length() > 1 && key.startsWith("\"") && key.endsWith("\""))
      key = key.substring(1, key.length() - 1);
    if (key.matches("[\\x21-\\x7e]{1,255}")) return Optional.of(key);
    throw new BadRequestResponse(
        "An Idempotency-Key is 1 to 255 letters, digits and signs of ASCII, best a UUID.",
        Map.of());
  }

  /// Forgets keys after a day; says how many.
  public int forget() {
    return database.inTransaction(
        tx -> tx.createUpdate("delete from idempotency_key where created_at <= :limit")
            .bind("limit", oldest())
            .execute());
  }

  private static Outcome again(Known known, Asked asked) {
    if (java.util.Arrays.equals(known.request(), asked.request()))
      return new Outcome(known.said(), true);
    throw new HttpResponseException(
        422, "This Idempotency-Key came with another request before. Use a new one.", Map.of());
  }

  /// Until the transaction ends. Two keys with one hash only wait for each other needlessly.
  private static void lock(Handle tx, Asked asked) {
    tx.createQuery("select pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
        .bind("name", asked.token() + " " + asked.key())
        .mapTo(String.class)
        .one();
  }

  private Optional<Known> find(Handle tx, Asked asked) {
    return tx.createQuery("""
            select request, status, location, answer
              from idempotency_key
             where token = :token and key = :key and created_at > :limit
            """)
        .bind("token", asked.token())
        .bind("key", asked.key())
        .bind("limit", oldest())
        .map((row, context) -> new Known(
            row.getBytes("request"),
            new Answer.Said(
                row.getInt("status"), row.getString("answer"), row.getString("location"))))
        .findOne();
  }

  /// In place of one that is over a day old.
  private void insert(Handle tx, Asked asked, Answer.Said said) {
    tx.createUpdate("""
            insert into idempotency_key (token, key, request, status, location, answer, created_at)
            values (:token, :key, :request, :status, :location, :answer, :now)
                on conflict (token, key) do update
               set request = excluded.request, status = excluded.status, location = excluded.location,
                   answer = excluded.answer, created_at = excluded.created_at
            """)
        .bind("token", asked.token())
        .bind("key", asked.key())
        .bind("request", asked.request())
        .bind("status", said.status())
        .bind("location", said.location())
        .bind("answer", said.json())
        .bind("now", clock.instant())
        .execute();
  }

  private Instant oldest() {
    return clock.instant().minus(KEPT_FOR);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Known(byte[] request, Answer.Said said) {}
}
