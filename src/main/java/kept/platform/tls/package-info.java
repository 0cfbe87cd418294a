/// The certificate that Kept shows at its doors: read from the owner's files, and read again when
/// they change.
@org.jspecify.annotations.NullMarked
package kept.platform.tls;
