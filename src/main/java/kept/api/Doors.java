package kept.api;

import kept.conversations.Conversations;
import kept.conversations.Efforts;
import kept.conversations.Listing;
import kept.conversations.Messages;
import kept.customers.Customers;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.GreetingFiles;
import kept.frontdoor.Nuisances;
import kept.phone.CallLegs;
import kept.phone.Calls;
import kept.phone.HandCalls;
import kept.phone.PhoneLine;
import kept.phone.Phones;
import kept.phone.ShopLines;
import kept.phone.ShopTrunks;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.promises.Alarms;
import kept.promises.Endings;
import kept.promises.PromiseListing;
import kept.promises.Promises;
import kept.recaps.Recaps;
import kept.team.Presence;
import kept.team.Shop;
import kept.team.Team;
import kept.texts.ShopTexts;

/// The doors of the rooms that the API goes through, the same that the pages use.
public record Doors(
    Database database,
    Events events,
    Deliveries deliveries,
    Blobs blobs,
    Team team,
    Shop shop,
    Presence presence,
    Customers customers,
    Conversations conversations,
    Listing listing,
    Messages messages,
    Efforts efforts,
    Promises promises,
    Endings endings,
    PromiseListing promiseListing,
    Alarms alarms,
    Recaps recaps,
    Telephone telephone) {

  /// What belongs to calls and texts.
  public record Telephone(
      Phones phones,
      ShopTrunks trunks,
      ShopLines lines,
      FrontDoors frontDoors,
      GreetingFiles greetings,
      Nuisances nuisances,
      Calls calls,
      CallLegs legs,
      HandCalls handCalls,
      PhoneLine line,
      ShopTexts texts) {}
}
