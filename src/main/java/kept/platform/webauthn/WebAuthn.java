package kept.platform.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what browsers answer (sections 7.1 and 7.2). Threads may share this object.
///
/// An answer is parsed first, so that its challenge can be looked up and used up, and believed
/// only after that. Whatever a stranger's bytes make the parser throw is no bug of ours.
public final class WebAuthn {
  /// What devices sign with today: ECDSA on P-256, Ed25519, and RSA for old Windows.
  static final List<COSEAlgorithmIdentifier> ALGORITHMS = List.of(
      COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

  /// A real answer has about one thousand letters; an RSA key with a long certificate four.
  private static final int LONGEST = 20_000;

  private static final List<PublicKeyCredentialParameters> KINDS = ALGORITHMS.stream()
      .map(each -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each))
      .toList();

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter keys =
      new AttestedCredentialDataConverter(converter);

  /// A new passkey as a browser tells of it, not believed yet.
  public final class Creation {
    private final RegistrationData data;
    private final CollectedClientData client;

    private Creation(RegistrationData data, CollectedClientData client) {
      this.data = data;
      this.client = client;
    }

    public String challenge() {
      return challengeIn(client);
    }

    /// The passkey, if it was made at this site, for this challenge, by somebody who showed the
    /// device that they are its owner.
    public Credential believed(Site site) throws NotGenuine {
      try {
        manager.verify(data, new RegistrationParameters(expected(site, client), KINDS, true, true));
        var authenticator = data.getAttestationObject().getAuthenticatorData();
        var attested = authenticator.getAttestedCredentialData();
        return new Credential(
            attested.getCredentialId(),
            keys.convert(attested),
            authenticator.getSignCount(),
            authenticator.isFlagBE());
      } catch (WebAuthnException e) {
        throw notGenuine(e);
      }
    }
  }

  /// A use of a passkey as a browser tells of it, not believed yet.
  public final class Use {
    private final AuthenticationData data;
    private final CollectedClientData client;

    private Use(AuthenticationData data, CollectedClientData client) {
      this.data = data;
      this.client = client;
    }

    public String challenge() {
      return challengeIn(client);
    }

    public byte[] credential() {
      return data.getCredentialId();
    }

    /// Whether the passkey says that it is this owner's; one that may be found without an address
    /// always says whose it is.
    public boolean isOf(UUID owner) {
      return Arrays.equals(data.getUserHandle(), Wanted.bytes(owner));
    }

    /// The passkey with what it counts now, if it was used at this site for this challenge by its
    /// owner, and it counts on.
    public Credential believed(Site site, Credential known) throws NotGenuine {
      try {
        var record = new CredentialRecordImpl(
            new NoneAttestationStatement(),
            true,
            known.synced(),
            null,
            known.counter(),
            keys.convert(known.publicKey()),
            null,
            null,
            null,
            null);
        var property = expected(site, client);
        manager.verify(
            data, new AuthenticationParameters(property, record, List.of(known.id()), true, true));
        return known.counted(data.getAuthenticatorData().getSignCount());
      } catch (WebAuthnException e) {
        throw notGenuine(e);
      }
    }
  }

  public Creation creation(String answer) throws NotGenuine {
    try {
      var data = manager.parseRegistrationResponseJSON(ofUsualLength(answer));
      return new Creation(data, present(data.getCollectedClientData()));
    } catch (RuntimeException e) {
      throw notGenuine(e);
    }
  }

  public Use use(String answer) throws NotGenuine {
    try {
      var data = manager.parseAuthenticationResponseJSON(ofUsualLength(answer));
      return new Use(data, present(data.getCollectedClientData()));
    } catch (RuntimeException e) {
      throw notGenuine(e);
    }
  }

  private static String ofUsualLength(String answer) throws NotGenuine {
    if (answer.length() > LONGEST) throw new NotGenuine("an answer of unusual length", false);
    return answer;
  }

  private static CollectedClientData present(@Nullable CollectedClientData client)
      throws NotGenuine {
    if (client == null) throw new NotGenuine("an answer without client data", false);
    return client;
  }

  private static String challengeIn(CollectedClientData client) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(client.getChallenge().getValue());
  }

  /// The challenge was looked up and used up before, so the one in the answer is the expected one.
  private static ServerProperty expected(Site site, CollectedClientData client) {
    return ServerProperty.builder()
        .origin(new Origin(site.origin()))
        .rpId(site.name())
        .challenge(new DefaultChallenge(client.getChallenge().getValue()))
        .build();
  }

  private static NotGenuine notGenuine(RuntimeException e) {
    return new NotGenuine(
        e.getClass().getSimpleName(), e instanceof MaliciousCounterValueException);
  }
}
