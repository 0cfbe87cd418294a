package kept.desk;

import java.time.InstantSource;
import kept.conversations.Conversations;
import kept.conversations.Efforts;
import kept.conversations.Messages;
import kept.customers.Customers;
import kept.phone.Calls;
import kept.phone.HandCalls;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.FormKeys;
import kept.promises.Promises;
import kept.recaps.Confirmations;
import kept.recaps.PageLinks;
import kept.recaps.Recaps;
import kept.team.Shop;
import kept.team.Team;

/// The doors of the rooms that pages about people and their conversations go through.
public record Doors(
    Ground ground,
    Shop shop,
    Team team,
    Onlookers onlookers,
    Customers customers,
    Talk talk,
    Promises promises,
    Writing writing) {

  /// What everything stands on.
  public record Ground(
      Database database,
      InstantSource clock,
      Events events,
      Deliveries deliveries,
      Blobs blobs,
      FormKeys formKeys) {}

  public record Talk(
      Conversations conversations,
      Messages messages,
      Efforts efforts,
      Calls calls,
      HandCalls handCalls) {}

  /// What the customer gets in writing, and what they say to it.
  public record Writing(Recaps recaps, Confirmations confirmations, PageLinks links) {}
}
