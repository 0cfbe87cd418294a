package kept.desk;

/// The list of keys as a page, for those without scripts.
public record KeysPage(Frame frame) {}
