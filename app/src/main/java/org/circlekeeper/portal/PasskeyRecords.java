package org.circlekeeper.portal;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys of the practice in scope, as the library that verifies them reads and keeps them. */
@Component
class PasskeyRecords implements UserCredentialRepository {

    private final PasskeyStore store;
    private final Clock clock;

    PasskeyRecords(PasskeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a phone knows an account by: the 16 bytes of its id. */
    static Bytes handle(AccountId account) {
        var id = account.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static AccountId account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return store.held(credential.getBytes()).map(PasskeyRecords::read).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return store.credentials(account(handle)).stream()
                .flatMap(credential -> store.held(credential).stream())
                .<CredentialRecord>map(PasskeyRecords::read)
                .toList();
    }

    /** One that is known was used; one that is not is added. */
    @Override
    public void save(CredentialRecord credential) {
        var id = credential.getCredentialId().getBytes();
        if (store.held(id).isPresent()) {
            store.used(id, credential.getSignatureCount(), clock.instant());
        } else {
            store.add(NewId.at(clock.instant()), written(credential), clock.instant());
        }
    }

    /** Refused for good: a passkey is taken away on the member's page or by an invitation, each with its audit row. */
    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("Passkeys are taken away by their holder");
    }

    private static PasskeyStore.Key written(CredentialRecord credential) {
        var attestation = credential.getAttestationObject();
        if (attestation == null) {
            throw new IllegalArgumentException("No attestation object");
        }
        return new PasskeyStore.Key(
                credential.getCredentialId().getBytes(),
                account(credential.getUserEntityUserId()),
                credential.getLabel(),
                credential.getPublicKey().getBytes(),
                attestation.getBytes(),
                credential.getSignatureCount(),
                credential.isUvInitialized(),
                credential.isBackupEligible(),
                credential.isBackupState());
    }

    private static ImmutableCredentialRecord read(PasskeyStore.Key key) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(key.credential()))
                .userEntityUserId(handle(key.account()))
                .publicKey(new ImmutablePublicKeyCose(key.publicKey()))
                .attestationObject(new Bytes(key.attestation()))
                .signatureCount(key.signatures())
                .uvInitialized(key.userVerified())
                .backupEligible(key.backupEligible())
                .backupState(key.backedUp())
                .transports(Set.of())
                .label(key.name())
                .build();
    }
}
