/// Web push: short sealed messages to a browser that said where it takes them (RFC 8030), which the
/// service that carries them cannot read (RFC 8291), signed so that it knows who sends (RFC 8292).
///
/// Owns: `push_key`. Uses: the database, the installation's secrets. No business word.
@org.jspecify.annotations.NullMarked
package kept.platform.push;
