package kept.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Takes from the disk what no row names any more: at once what was let go of, and, a shelf each
/// hour, what a death or a form that was never sent left behind.
///
/// A row goes first and its file before that commits, so that a file without a row is the worst
/// that a death leaves; it is found later. Threads may share this object once it is wired.
public final class BlobSweep {
  private static final int SHELVES = 256;
  private static final int AT_ONCE = 100;

  private final Database database;
  private final Blobs blobs;
  private final InstantSource clock;
  private final List<Holder> holders = new ArrayList<>();

  public BlobSweep(Database database, Blobs blobs, InstantSource clock) {
    this.database = database;
    this.blobs = blobs;
    this.clock = clock;
  }

  /// A room whose rows name blobs.
  public interface Holder {
    /// Those of them that it still names.
    Collection<String> held(Handle tx, Collection<String> hashes);
  }

  /// Every room that names blobs says so before anything is swept.
  public void wire(Holder holder) {
    holders.add(holder);
  }

  /// What was let go of, then the shelf of this hour; says how many files went.
  public int sweep() {
    var shelf = clock.instant().getEpochSecond() / Duration.ofHours(1).toSeconds() % SHELVES;
    return deleteLetGo() + sweep("%02x".formatted(shelf)) + deleteLetGo();
  }

  /// Deletes what was let go of and nobody names; says how many.
  public int deleteLetGo() {
    int deleted = 0;
    while (true) {
      var some = database.inTransaction(this::deleteSome);
      if (some < 0) return deleted;
      deleted += some;
    }
  }

  /// Less than none when there is nothing left to look at.
  private int deleteSome(Handle tx) {
    var letGo = tx.createQuery("""
            select hash from blob
             where let_go_at is not null
             order by let_go_at
             limit :limit
               for update skip locked
            """).bind("limit", AT_ONCE).mapTo(String.class).list();
    if (letGo.isEmpty()) return -1;
    var held = held(tx, letGo);
    tx.createUpdate("update blob set let_go_at = null where hash = any(:held)")
        .bindArray("held", String.class, held)
        .execute();
    var free = letGo.stream().filter(hash -> !held.contains(hash)).toList();
    tx.createUpdate("delete from blob where hash = any(:free)")
        .bindArray("free", String.class, free)
        .execute();
    free.forEach(hash -> StrayFiles.deleted(blobs.fileOf(hash)));
    return free.size();
  }

  /// Lets go of a shelf's rows that nobody names, and deletes its files that have no row.
  int sweep(String shelf) {
    database.useTransaction(tx -> {
      var rows = tx.createQuery("""
              select hash from blob
               where left(hash, 2) = :shelf and let_go_at is null and stored_at < :limit
              """)
          .bind("shelf", shelf)
          .bind("limit", clock.instant().minus(StrayFiles.AGE))
          .mapTo(String.class)
          .list();
      var held = held(tx, rows);
      blobs.letGo(rows.stream().filter(hash -> !held.contains(hash)).toList());
    });
    return new StrayFiles(blobs.folder().resolve(shelf), clock.instant()).delete(this::withRow);
  }

  private Collection<String> withRow(Collection<String> hashes) {
    return database.read(tx -> tx.createQuery("select hash from blob where hash = any(:hashes)")
        .bindArray("hashes", String.class, hashes)
        .mapTo(String.class)
        .list());
  }

  private Set<String> held(Handle tx, Collection<String> hashes) {
    var held = new HashSet<String>();
    for (var holder : holders) held.addAll(holder.held(tx, hashes));
    return held;
  }
}
