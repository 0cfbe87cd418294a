package kept.desk;

import java.util.List;
import java.util.UUID;
import kept.customers.CustomerId;
import kept.phone.CallId;
import kept.privacy.Deeds.Deed;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What somebody did, in words made of ids: whoever is forgotten has none here either.
record DeedWords(Onlooker onlooker, DeedPages.Names names) {
  List<DeedsPage.Line> lines(List<Deed> deeds) {
    return deeds.stream().map(this::line).toList();
  }

  private DeedsPage.Line line(Deed deed) {
    return new DeedsPage.Line(
        onlooker.time().near(deed.at(), onlooker.now()), words(deed), href(deed));
  }

  private String words(Deed deed) {
    return switch (deed.kind()) {
      case "agent_signed_in" -> about(deed) + " signed in";
      case "agent_signed_out" -> about(deed) + " signed out";
      case "sign_in_refused" -> "Somebody gave a wrong password for " + aboutWithin(deed);
      case "sign_in_link_sent" -> "A link to sign in was mailed to " + aboutWithin(deed);
      case "code_refused" -> "Somebody gave a wrong code for " + aboutWithin(deed);
      case "recovery_code_used" -> about(deed) + " used a recovery code";
      case "passkey_looks_copied" -> "A passkey of " + aboutWithin(deed) + " looks copied";
      case "password_changed" -> about(deed) + " changed the password";
      case "password_removed" -> about(deed) + " took the password away";
      case "agent_let_back_in" -> about(deed) + " came back in by a link";
      case "passkey_added" -> about(deed) + " added a passkey";
      case "passkey_removed" -> by(deed) + " removed a passkey of " + aboutWithin(deed);
      case "code_app_added" -> about(deed) + " added a code app";
      case "code_app_removed" -> about(deed) + " removed the code app";
      case "recovery_codes_made" -> about(deed) + " made recovery codes";
      case "day_pin_set" -> about(deed) + " set a PIN for the day";
      case "shop_device_made" -> by(deed) + " made a device the shop’s";
      case "shop_device_removed" -> by(deed) + " took a device out of the shop’s";
      case "api_token_made" -> by(deed) + " made a token for a program";
      case "api_token_revoked" -> by(deed) + " took a program’s token back";
      case "calendar_link_changed" -> about(deed) + " changed the link of a calendar";
      case "pbx_key_changed" -> by(deed) + " changed the key of the other phone system";
      case "secret_key_renewed" -> "Somebody at the machine gave the shop a new secret key";
      case "invitation_made" -> by(deed) + " invited somebody to the team";
      case "invitation_revoked" -> by(deed) + " took an invitation back";
      case "agent_joined" -> about(deed) + " joined the team";
      case "agent_changed" -> by(deed) + " changed how " + aboutWithin(deed) + " works here";
      case "agent_leaves" -> by(deed) + " took " + aboutWithin(deed) + " out of the team";
      case "customer_exported" -> by(deed) + " took out all that we hold about " + customer(deed);
      case "customer_forgotten" -> by(deed) + " forgot somebody";
      case "page_links_revoked" -> by(deed) + " closed a customer’s page";
      case "call_heard" -> by(deed) + " listened to a recording";
      case "call_forgotten" -> by(deed) + " deleted a recording";
      case "recording_rule_changed" -> by(deed) + " changed how long recordings are kept";
      case "backup_taken" -> backup(deed) + ", " + MessageWords.size(deed.bytes());
      case "shop_restored" -> "The shop came back out of a backup";
      case "business_changed" -> by(deed) + " changed the shop’s name, hours or address";
      case "phone_set_up_changed" -> by(deed) + " changed a phone, a number or a provider";
      case "texts_set_up_changed" -> by(deed) + " changed the account for texts";
      case "front_door_changed" -> by(deed) + " changed the front door";
      case "nuisance_changed" -> by(deed) + " changed the list of nuisances";
      case "promise_rule_changed" -> by(deed) + " changed when people hear of a promise";
      case "privacy_rule_changed" -> by(deed) + " changed how long things are kept";
      default -> by(deed) + ": " + deed.kind().replace('_', ' ');
    };
  }

  /// `COMMAND`, `NIGHT` or `UPGRADE`, as the fact says it.
  private static String backup(Deed deed) {
    return switch (String.valueOf(deed.cause())) {
      case "COMMAND" -> "Somebody at the machine took a backup";
      case "UPGRADE" -> "Kept took a backup before an upgrade";
      default -> "Kept took the backup of the night";
    };
  }

  private String by(Deed deed) {
    return deed.by() == null ? "Kept" : onlooker.name(new AgentId(deed.by()));
  }

  /// Whom of the team it is about; whoever did it, where it names nobody.
  private @Nullable AgentId whom(Deed deed) {
    UUID whom = deed.of() == null ? deed.by() : deed.of();
    return whom == null ? null : new AgentId(whom);
  }

  private String about(Deed deed) {
    var whom = whom(deed);
    return whom == null ? "Somebody" : onlooker.name(whom);
  }

  private String aboutWithin(Deed deed) {
    var whom = whom(deed);
    return whom == null ? "somebody" : onlooker.nameWithin(whom);
  }

  private String customer(Deed deed) {
    return names.customers().get(new CustomerId(deed.subject())).name();
  }

  private @Nullable String href(Deed deed) {
    return switch (deed.kind()) {
      case "customer_exported" -> "/people/" + deed.subject();
      case "page_links_revoked" -> "/c/" + deed.subject();
      case "call_heard", "call_forgotten" -> {
        var call = names.calls().get(new CallId(deed.subject()));
        yield "/c/" + call.conversation() + "#call-" + call.id();
      }
      default -> null;
    };
  }
}
