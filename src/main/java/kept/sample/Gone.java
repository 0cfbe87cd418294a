package kept.sample;

import kept.platform.Delivery;
import kept.platform.Sender;

/// Takes the mail of the story: it went out long ago, so nothing of it goes anywhere now.
record Gone(String kind) implements Sender {
  @Override
  public Outcome send(Delivery delivery) {
    return new Outcome.Sent("250 Taken");
  }
}
