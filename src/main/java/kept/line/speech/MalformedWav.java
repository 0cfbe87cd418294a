package kept.line.speech;

/// A file is not a WAV that the line can play. Its message is a plain sentence, fit for the
/// person who brought the file.
public final class MalformedWav extends Exception {
  MalformedWav(String why) {
    super(why);
  }
}
