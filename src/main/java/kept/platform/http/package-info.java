/// The web edge that every room's pages share: server, headers, errors, pages, live streams,
/// assets.
@org.jspecify.annotations.NullMarked
package kept.platform.http;
