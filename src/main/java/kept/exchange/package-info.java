/// What leaves the house whole and comes back: backup and restore.
///
/// Owns: no table; it copies all of them.
/// Publishes: `BackupTaken`, `ShopRestored`.
/// Uses: platform.
@org.jspecify.annotations.NullMarked
package kept.exchange;
