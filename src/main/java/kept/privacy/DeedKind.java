package kept.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What is sensitive, by what it is about, with the facts that tell of it.
public enum DeedKind {
  ALL(""),
  SIGN_INS("""
      agent_signed_in agent_signed_out sign_in_refused sign_in_link_sent code_refused
      recovery_code_used passkey_looks_copied"""),
  WAYS_IN("""
      password_changed password_removed agent_let_back_in passkey_added
      passkey_removed code_app_added code_app_removed recovery_codes_made day_pin_set
      shop_device_made shop_device_removed api_token_made api_token_revoked
      calendar_link_changed pbx_key_changed secret_key_renewed"""),
  TEAM("""
      invitation_made invitation_revoked agent_joined agent_changed agent_leaves"""),
  PEOPLE("""
      customer_exported customer_forgotten page_links_revoked"""),
  RECORDINGS("""
      call_heard call_forgotten recording_rule_changed"""),
  BACKUPS("""
      backup_taken shop_restored"""),
  SETTINGS("""
      business_changed phone_set_up_changed texts_set_up_changed front_door_changed
      nuisance_changed promise_rule_changed privacy_rule_changed""");

  /// Apart by blanks.
  private final String kinds;

  DeedKind(String kinds) {
    this.kinds = kinds;
  }

  /// Its mark in addresses: "sign-ins".
  public String mark() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  List<String> kinds() {
    if (this == ALL)
      return Stream.of(values()).skip(1).flatMap(each -> each.kinds().stream()).toList();
    return List.of(kinds.strip().split("\\s+"));
  }

  public static DeedKind marked(String mark) {
    return Arrays.stream(values())
        .filter(each -> each.mark().equals(mark))
        .findFirst()
        .orElse(ALL);
  }
}
