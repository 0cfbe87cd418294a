package kept.phone;

import java.util.List;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.GreetingFiles;
import kept.frontdoor.Moment;
import kept.frontdoor.Plan;
import kept.line.Call;
import kept.platform.Refusal;
import kept.team.AgentId;

/// Calls to one of us about a front door: to say a greeting into it, and to hear it as a caller
/// would. Nobody else is called, nothing is written down, nothing is promised. Threads may share
/// this object.
public final class DoorCalls {
  static final String SHOWN = "kept";

  private final Switchboard board;

  public DoorCalls(Switchboard board) {
    this.board = board;
  }

  /// Rings this one, who says a greeting for the draft of the door.
  public void record(AgentId by, FrontDoorId door, Moment moment) {
    var call = placed(by);
    var files = new GreetingFiles(board.house().blobs());
    var wish = new GreetingCall.Wish(by, door, moment);
    board.conducts().begin(call, new GreetingCall(board, call, wish, files));
  }

  /// Rings this one, who hears the draft, or the door in force where there is none.
  public void rehearse(AgentId by, FrontDoorId door, Rehearsed when) {
    var doors = board.house().doors();
    var plan = doors.draft(door).map(draft -> draft.plan()).orElseGet(() -> inForce(door));
    var call = placed(by);
    board.conducts().begin(call, new Rehearsal(board, call, by, plan, when));
  }

  private Plan inForce(FrontDoorId door) {
    return board.house().doors().get(door).plan();
  }

  private Call placed(AgentId by) {
    if (!board.reach().isOpen())
      throw new Refusal("No phone is set up yet. Settings, Phone is where that is done.");
    if (!board.reach().isFree(by)) throw new Refusal("You are in a call. End it first.");
    var shown = board.reach().shown("Your front door", SHOWN);
    if (board.reach().allPhonesOf(List.of(by), shown).isEmpty())
      throw new Refusal("There is no phone of yours that could ring. Settings, Phone has them.");
    return board.reach().line().place();
  }
}
