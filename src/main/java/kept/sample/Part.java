package kept.sample;

import kept.line.CallEvent;

/// What somebody of the pretend network does in a call. In the call's mailbox.
interface Part {
  void happened(CallEvent event);
}
