package kept.platform.postgres;

import java.util.List;
import java.util.stream.Stream;

/// How the embedded server is set: for one machine, one Kept, a few megabytes. They are given at
/// every start, so a newer Kept changes them; whoever wants to tune has outgrown this server and
/// sets `KEPT_DATABASE_URL`.
final class ServerSettings {
  private static final List<String> ALWAYS = List.of(
      // Reached by Kept alone.
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "max_connections=40",
      // Small: all of Kept idles under 256 MB.
      "shared_buffers=32MB",
      "huge_pages=off",
      "work_mem=4MB",
      "maintenance_work_mem=32MB",
      "effective_cache_size=256MB",
      "max_wal_size=256MB",
      "min_wal_size=32MB",
      "io_method=sync",
      "max_worker_processes=4",
      "max_parallel_workers_per_gather=0",
      "autovacuum_max_workers=2",
      "jit=off",
      // Nothing replicates from it.
      "wal_level=minimal",
      "max_wal_senders=0",
      "max_logical_replication_workers=0",
      // Most disks are solid by now.
      "random_page_cost=1.1",
      "timezone=UTC",
      // The log knows what went wrong and never a customer's words: no statements, no values in
      // details.
      "logging_collector=off",
      "log_destination=stderr",
      "log_timezone=UTC",
      "log_checkpoints=off",
      "log_error_verbosity=terse",
      "log_min_error_statement=panic");

  private static final List<String> UNTIL_A_POWER_CUT =
      List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

  private ServerSettings() {}

  static List<String> of(int port, Durability durability) {
    var durable = durability == Durability.DURABLE
        ? List.of("fsync=on", "synchronous_commit=on")
        : UNTIL_A_POWER_CUT;
    return Stream.of(ALWAYS, durable, List.of("port=" + port))
        .flatMap(List::stream)
        .toList();
  }
}
