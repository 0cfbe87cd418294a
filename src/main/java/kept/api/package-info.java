/// The desk for programs: `/api/v1` over the same doors as the pages, held to `openapi.yaml`.
///
/// Owns: `idempotency_key`. Publishes: nothing of its own. Uses: every room up to phone and
/// texts.
@org.jspecify.annotations.NullMarked
package kept.api;
