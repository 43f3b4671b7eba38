package org.circlekeeper.portal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * Whose passkeys they are, as the library asks it. The phone is told the id of the account and no name: it shows what
 * its holder called the passkey.
 */
@Component
class PasskeyHolders implements PublicKeyCredentialUserEntityRepository {

    private final AccountStore accounts;

    PasskeyHolders(AccountStore accounts) {
        this.accounts = accounts;
    }

    static PublicKeyCredentialUserEntity holder(AccountId account, String shown) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(PasskeyRecords.handle(account))
                .name(shown)
                .displayName(shown)
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return found(PasskeyRecords.account(handle));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return found(new AccountId(UUID.fromString(account)));
    }

    private @Nullable PublicKeyCredentialUserEntity found(AccountId account) {
        return accounts.find(account)
                .map(one -> holder(one.id(), one.id().toString()))
                .orElse(null);
    }

    /** Refused for good: a passkey is added to an account that stands, and the library is never to make one. */
    @Override
    public void save(PublicKeyCredentialUserEntity holder) {
        throw new UnsupportedOperationException("Accounts are made by the practice alone");
    }

    /** Refused for good: closing an account has its own door, with its audit row. */
    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("Accounts are closed by the practice alone");
    }
}
