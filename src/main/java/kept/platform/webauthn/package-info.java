/// Passkeys as browsers make and use them (W3C Web Authentication, level 3): what is asked of the
/// browser, and whether to believe its answer.
///
/// Owns no table and knows nobody. Nothing of the library that reads the answers is seen outside.
@org.jspecify.annotations.NullMarked
package kept.platform.webauthn;
