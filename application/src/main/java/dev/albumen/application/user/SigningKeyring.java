package dev.albumen.application.user;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Secrets;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.user.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Makes and opens the keys that sign access tokens. RSA, because checking a signature is cheap with it. */
public final class SigningKeyring {

    /** How long an access token is good for, and so how long a retired key still verifies. */
    public static final Duration ACCESS_TOKEN_LIFE = Duration.ofMinutes(15);

    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2048;
    private static final String PURPOSE = "signing-key";

    private final SigningKeys keys;
    private final Secrets secrets;
    private final Ids ids;
    private final InstantSource clock;
    private final Transactions transactions;

    public SigningKeyring(SigningKeys keys, Secrets secrets, Ids ids, InstantSource clock, Transactions transactions) {
        this.keys = keys;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** The key that signs. The first is made when it is first asked for, by one node of many. */
    public SigningKey current() {
        return transactions.read(keys::current).orElseGet(() -> {
            SigningKey first = make();
            return transactions.write(() -> {
                keys.addFirst(first);
                return keys.current().orElseThrow();
            });
        });
    }

    /** The keys whose signatures count: the one that signs, and those whose last tokens are still good. */
    public List<SigningKey> verifying() {
        return transactions.read(() -> keys.since(clock.instant().minus(ACCESS_TOKEN_LIFE)));
    }

    /** A key that nobody knows yet. */
    SigningKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(ids.next().toString(), pair.getPublic().getEncoded(),
                    secrets.encrypt(PURPOSE, pair.getPrivate().getEncoded()), clock.instant(), null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }

    public static RSAPublicKey publicKey(SigningKey key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key.publicKey()));
        } catch (GeneralSecurityException e) {
            throw new DependencyException("signing key " + key.kid() + " cannot be read", e);
        }
    }

    /** @throws DependencyException where the instance's key is not the one that the signing key was encrypted with */
    public RSAPrivateKey privateKey(SigningKey key) {
        try {
            byte[] clear = secrets.decrypt(PURPOSE, key.privateKey());
            return (RSAPrivateKey) KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(clear));
        } catch (GeneralSecurityException e) {
            throw new DependencyException("signing key " + key.kid() + " cannot be read", e);
        }
    }
}
