/// The PostgreSQL that Kept brings along: the real server, unpacked from its Maven artifact, its
/// files in the data folder.
///
/// It belongs to one Kept: it starts with it, is started again when it dies alone, and dies with
/// it, even by `kill -9`. Owns `kept.lock`, `postgres/` and `logs/postgres.log` in the data folder,
/// and no table. Uses nothing of Kept's. The other one, a PostgreSQL that is there already, is only
/// looked at here.
@org.jspecify.annotations.NullMarked
package kept.platform.postgres;
