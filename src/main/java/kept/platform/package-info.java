/// What every room stands on and no room owns: database, transactions, events, time, jobs, blobs,
/// http.
///
/// Owns: `installation`, `event`, `listener`, `delivery`, `blob`, `form_key`, `push_key`.
/// Publishes: `DeliverySent`, `DeliveryRefused`, `SecretKeyRenewed`. Uses: nothing. No business
/// word lives here.
@org.jspecify.annotations.NullMarked
package kept.platform;
