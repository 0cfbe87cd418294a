package kept.line.sip;

/// What every leg needs of the edge.
record Signalling(
    JainStack stack, Messages messages, SipSettings settings, Timers timers, Tolls tolls) {}
