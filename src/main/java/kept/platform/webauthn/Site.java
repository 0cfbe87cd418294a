package kept.platform.webauthn;

/// Where passkeys belong: the name that browsers file them under (the relying party's id) and the
/// one origin whose pages may use them.
public record Site(String name, String origin) {}
