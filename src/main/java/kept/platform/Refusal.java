package kept.platform;

/// Something may not be done, said in one plain sentence that is shown as it is. HTTP answers 422.
public final class Refusal extends RuntimeException {
  public Refusal(String sentence) {
    super(sentence);
  }

  /// The sentence for the person who asked.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
