package dev.albumen.domain.user;

/**
 * A password's hash as it is stored. Never printed.
 *
 * @param phc the PHC string: algorithm, parameters, salt and hash in one
 */
public record PasswordHash(String phc) {

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
