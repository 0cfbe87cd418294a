package kept.line.sip;

/// Who calls, as the called side is to see it: `"display" <sip:user@host>`; a display of no
/// letters is left out.
public record Identity(String display, String user) {}
