package kept.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import kept.line.Call;
import kept.line.rtp.Sound;
import kept.line.speech.MalformedWav;
import kept.line.speech.Prompt;
import kept.line.speech.Wav;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a caller for their name, which whoever takes the call hears first. Whoever says
/// nothing rings all the same. In the call's mailbox.
final class Screen {
  private static final Logger LOG = LoggerFactory.getLogger(Screen.class);
  private static final Duration TO_SPEAK = Duration.ofSeconds(3);
  /// What was heard is written within this.
  private static final Duration TO_WRITE = Duration.ofMillis(300);

  private final Switchboard board;
  private final Call call;
  private final PhoneCall kept;
  private final Script script;

  Screen(Switchboard board, Call call, PhoneCall kept, Script script) {
    this.board = board;
    this.call = call;
    this.kept = kept;
    this.script = script;
  }

  void ask(Consumer<@Nullable Sound> then) {
    var caller = call.caller();
    if (caller == null) return;
    board.answer(call, kept);
    script.say(
        caller, List.of(board.sounds().say(Prompt.SAY_YOUR_NAME), board.sounds().beep()), () -> {
          var file = board.tapes().nameOf(kept.id());
          call.record(caller, file);
          board.conducts().after(TO_SPEAK, call, () -> {
            call.stopRecording();
            board.conducts().after(TO_WRITE, call, () -> then.accept(heard(file)));
          });
        });
  }

  private static @Nullable Sound heard(Path file) {
    try {
      var bytes = Files.readAllBytes(file);
      Files.delete(file);
      return new Sound(Wav.read(bytes));
    } catch (IOException | MalformedWav e) {
      LOG.warn("A caller's name was not kept: {}", e.getMessage());
      return null;
    }
  }
}
