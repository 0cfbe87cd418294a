package kept.desk;

import java.util.Arrays;
import java.util.List;
import kept.platform.Refusal;
import kept.team.Role;

/// Roles as pages call them.
final class RoleWords {
  private RoleWords() {}

  static String of(Role role) {
    return switch (role) {
      case OWNER -> "Owner";
      case AGENT -> "Team";
      case HELPER -> "Helper";
    };
  }

  /// The roles that an owner can give, with one of them chosen.
  static List<Choice> choices(Role chosen) {
    return List.of(Role.AGENT, Role.HELPER).stream()
        .map(role -> new Choice(role.name(), of(role), role == chosen))
        .toList();
  }

  /// What giving it does: "Tomás sees and keeps promises of their own."
  static String does(String name, Role role) {
    return switch (role) {
      case OWNER -> name + " may do everything.";
      case AGENT -> name + " has all daily work, and settings of their own.";
      case HELPER -> name + " sees and keeps promises of their own, and nothing else.";
    };
  }

  /// The role that a form sent.
  static Role typed(String sent) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(sent))
        .findFirst()
        .orElseThrow(() -> new Refusal("Choose whether they join as team or as a helper."));
  }
}
