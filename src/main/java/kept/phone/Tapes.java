package kept.phone;

import java.nio.file.Path;
import kept.platform.Id;

/// Where what was said is kept: one folder of WAV files, named after their calls.
record Tapes(Path folder) {
  /// What they left for us to hear.
  Path voicemailOf(CallId call) {
    return folder.resolve(call + ".wav");
  }

  /// What both said.
  Path talkOf(CallId call) {
    return folder.resolve(call + "-talk.wav");
  }

  /// What one of us says for callers to hear; gone once it is a greeting.
  Path greeting() {
    return folder.resolve("greeting-" + Id.fresh() + ".wav");
  }

  /// Who they said they are; gone once it was heard.
  Path nameOf(CallId call) {
    return folder.resolve(call + "-name.wav");
  }
}
