package kept.desk;

/// One thing to choose in a form: what is sent, what is read, whether it is chosen already.
public record Choice(String value, String words, boolean chosen) {}
