package kept.desk;

import java.time.Instant;
import java.util.List;
import kept.phone.CallNotHandedOver;
import kept.phone.TalkState;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// A call in hand: the handset, who it is and what we know, and where it is written down.
public record InCall(
    Frame frame,
    Handset handset,
    ConversationContext context,
    String matter,
    List<Said> said,
    Note note) {

  /// What is held in the hand. `state` is none before somebody of us talks, and
  /// after.
  ///
  /// @param chips how sure we are, keys, seconds to a person
  /// @param since when they began to talk
  /// @param gone whether nobody of us has it any more, though they talk on
  /// @param others who could take it on
  public record Handset(
      String id,
      Face face,
      String name,
      String first,
      String number,
      List<String> chips,
      Instant since,
      String lasts,
      boolean over,
      boolean gone,
      @Nullable TalkState state,
      List<Choice> others) {

    public boolean held() {
      return state != null && state.heldSince() != null;
    }

    public boolean muted() {
      return state != null && state.muted();
    }

    public TalkState.@Nullable Asked asked() {
      return state == null ? null : state.asked();
    }

    /// To whom it could not be handed over, and why: empty where nobody tried.
    public String missed() {
      var missed = state == null ? null : state.missed();
      return missed == null
          ? ""
          : missed.name() + " was not reached: " + why(missed.why()) + ". " + first
              + " is with you again.";
    }

    private static String why(CallNotHandedOver.Why why) {
      return switch (why) {
        case BUSY -> "the line is busy";
        case NO_ANSWER -> "nobody answered";
        case DECLINED -> "the call was declined";
        case NO_SUCH_NUMBER -> "there is no such number";
        case NOT_ALLOWED -> "it may not be called from here, or today’s money for calls is spent";
        case NO_WAY -> "no way there worked";
      };
    }

    /// Whether it is written down, in words.
    public String taping() {
      return switch (tape()) {
        case OFF -> "";
        case ON -> "Recording, " + first + " was told";
        case PAUSED -> "Recording paused";
        case FAILED -> "Not recorded: the disk takes nothing";
      };
    }

    public TalkState.Tape tape() {
      return state == null ? TalkState.Tape.OFF : state.tape();
    }
  }

  /// Something that was said before this call: when, what, how.
  public record Said(String when, String words, String how) {}

  /// Where notes are written; what is promised in them is heard.
  public record Note(
      String call,
      String conversation,
      String key,
      String words,
      HeardPart heard,
      PromiseDraft promise) {}
}
