package kept.desk;

import io.javalin.http.Context;
import java.util.Optional;
import kept.platform.webauthn.Credential;
import kept.platform.webauthn.Site;
import kept.team.AgentId;
import kept.team.Passkeys;
import org.jspecify.annotations.Nullable;

/// What somebody who opens their link comes in by from now on: the passkey that their browser made
/// just now, or a password. The form carries `passkey` or `password`.
sealed interface FirstWayIn {
  /// Of who was asked here, and will be this agent.
  record Whose(AgentId agent, String name, String email) {}

  @Nullable
  String passwordHash();

  /// Keeps it for who has joined, in the same transaction.
  void keepFor(AgentId agent);

  /// Empty when it cannot be, and the form's mistakes say why.
  static Optional<FirstWayIn> chosen(
      Context request, Doorstep doorstep, Whose whose, Mistakes mistakes) {
    var form = new Form(request);
    var answer = form.secret("passkey");
    if (!answer.isEmpty() && !mistakes.none()) return Optional.empty();
    FirstWayIn way = answer.isEmpty()
        ? mistakes.on(
            "password",
            () -> new ByPassword(
                doorstep.signIn().choose(form.secret("password"), whose.name(), whose.email())))
        : mistakes.on("passkey", () -> {
          var site = doorstep.place(request).orRefuse();
          var made = doorstep.passkeys().made(site, whose.agent(), answer);
          return new ByPasskey(doorstep.passkeys(), site, made, doorstep.deviceOf(request));
        });
    return mistakes.none() ? Optional.ofNullable(way) : Optional.empty();
  }

  record ByPassword(String passwordHash) implements FirstWayIn {
    @Override
    public void keepFor(AgentId agent) {}

    @Override
    public String toString() {
      return "a password";
    }
  }

  record ByPasskey(Passkeys passkeys, Site site, Credential made, String device)
      implements FirstWayIn {
    @Override
    public @Nullable String passwordHash() {
      return null;
    }

    @Override
    public void keepFor(AgentId agent) {
      passkeys.keep(site, agent, made, device);
    }
  }
}
