package org.circlekeeper.portal;

import com.webauthn4j.WebAuthnManager;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks phones for passkeys and verifies what they answer, by the library. The phone must have made sure of its holder,
 * by a finger, a face or its own code: the passkey stands for link and code together (NIST SP 800-63B, 3.1.6 and
 * 3.1.7). Whatever is not as asked leaves it as an IllegalArgumentException or a WebAuthnException.
 */
final class PasskeyVerifier {

    private static final UserVerificationRequirement VERIFIED = UserVerificationRequirement.REQUIRED;

    /** Makes sure of everything but who built the phone: "none" is asked for, so that nothing tells of it. */
    private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager();

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SIGNED =
            new TypeReference<>() {};

    private final Webauthn4JRelyingPartyOperations library;
    private final PasskeyRecords records;
    private final PasskeySite site;

    PasskeyVerifier(PasskeyHolders holders, PasskeyRecords records, PasskeySite site, String practice) {
        this.records = records;
        this.site = site;
        var party = PublicKeyCredentialRpEntity.builder()
                .id(site.id())
                .name(practice)
                .build();
        this.library = new Webauthn4JRelyingPartyOperations(holders, records, party, Set.of(site.origin()));
        library.setWebAuthnManager(MANAGER);
        library.setCustomizeRequestOptions(options -> options.userVerification(VERIFIED));
    }

    /** What a phone is asked. */
    record Asked(Bytes challenge, String json) {}

    Asked asksToMake(AccountId account, String name) {
        var options = toMake(account, name, Bytes.random());
        return new Asked(options.getChallenge(), JSON.writeValueAsString(options));
    }

    Asked asksToSignIn() {
        var options =
                library.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        return new Asked(options.getChallenge(), JSON.writeValueAsString(options));
    }

    private PublicKeyCredentialCreationOptions toMake(AccountId account, String name, Bytes challenge) {
        var asking = new PreAuthenticatedAuthenticationToken(account.toString(), "", AuthorityUtils.NO_AUTHORITIES);
        library.setCustomizeCreationOptions(options -> options.challenge(challenge)
                .user(PasskeyHolders.holder(account, name))
                .timeout(Passkeys.CHALLENGE)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(VERIFIED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        return library.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(asking));
    }

    /** Verifies what was made and keeps it. */
    void add(AccountId account, String name, Bytes challenge, String credential) {
        library.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                toMake(account, name, challenge), new RelyingPartyPublicKey(read(credential, MADE), name)));
    }

    /** Verifies what was signed, and says whose passkey it is; empty when the phone keeps it for another account. */
    Optional<AccountId> holder(Bytes challenge, String credential) {
        var signed = read(credential, SIGNED);
        var options = PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(site.id())
                .userVerification(VERIFIED)
                .build();
        var holder = library.authenticate(new RelyingPartyAuthenticationRequest(options, signed))
                .getId();
        var said = signed.getResponse().getUserHandle();
        return said == null || said.equals(holder) ? Optional.of(PasskeyRecords.account(holder)) : Optional.empty();
    }

    /** Whose passkey it claims to be, whether it was signed rightly or not; empty when nobody knows it. */
    Optional<AccountId> owner(String credential) {
        return Optional.ofNullable(
                        records.findByCredentialId(read(credential, SIGNED).getRawId()))
                .map(known -> PasskeyRecords.account(known.getUserEntityUserId()));
    }

    private static <T> T read(String json, TypeReference<T> as) {
        try {
            T read = JSON.readValue(json, as);
            if (read == null) {
                throw new IllegalArgumentException("Not a credential");
            }
            return read;
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("Not a credential", unreadable);
        }
    }
}
