package kept.desk;

import kept.conversations.MessageId;
import kept.desk.TimelineEvent.AsSent;

/// The message that somebody looks at as it was sent.
record OpenedMessage(MessageId message, AsSent asSent) {}
