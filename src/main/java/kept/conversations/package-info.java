/// One matter that a customer wants resolved, across every channel, with its timeline.
///
/// Owns: `conversation`, `contact`, `message`, `attachment`, `effort`. Publishes:
/// `ConversationOpened`, `ConversationHandedOver`, `ConversationResolved`, `ConversationConfirmed`,
/// `ConversationReopened`, `ConversationLapsed`, `MessageReceived`, `MessageWritten`,
/// `EffortSpent`. Uses: platform, team, customers.
@org.jspecify.annotations.NullMarked
package kept.conversations;
