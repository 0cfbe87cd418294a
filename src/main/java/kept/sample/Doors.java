package kept.sample;

import kept.conversations.Conversations;
import kept.conversations.Efforts;
import kept.conversations.Messages;
import kept.conversations.Resolution;
import kept.customers.Customers;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Secrets;
import kept.promises.Alarms;
import kept.promises.Promises;
import kept.recaps.Confirmations;
import kept.recaps.PageLinks;
import kept.recaps.Recaps;
import kept.team.ApiTokens;
import kept.team.Shop;
import kept.team.SignIn;
import kept.team.Team;

/// The doors through which the story is told. Nothing here goes past them.
public record Doors(
    Database database,
    Deliveries deliveries,
    Blobs blobs,
    Secrets secrets,
    Shop shop,
    Team team,
    SignIn signIn,
    ApiTokens tokens,
    Customers customers,
    Conversations conversations,
    Messages messages,
    Efforts efforts,
    Resolution resolution,
    Promises promises,
    Alarms alarms,
    Recaps recaps,
    PageLinks pageLinks,
    Confirmations confirmations) {}
