package dev.albumen.application.transfer;

import java.util.Objects;

/**
 * What an export says of itself.
 *
 * @param format rises when older readers would misread it
 * @param albums how many album documents there are, numbered from 1
 * @param imageDocuments how many documents of images there are, numbered from 1
 */
public record ExportedAccount(int format, String username, String displayName, int albums, int imageDocuments) {

    public static final int FORMAT = 1;

    public ExportedAccount {
        username = Objects.requireNonNullElse(username, "");
        displayName = Objects.requireNonNullElse(displayName, "");
    }
}
