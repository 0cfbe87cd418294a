package kept.platform;

/// It is not there, or not for whoever asks. HTTP answers 404.
public final class NotFound extends RuntimeException {
  public NotFound(String sentence) {
    super(sentence);
  }
}
