package dev.albumen.imaging.rendition.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Messages in a pipe: a mark, the length, the bytes. */
final class Frames {

    private static final int MARK = 0x1A1B_504D;
    private static final int MAX_LENGTH = 64 * 1024;

    private Frames() {}

    /** Puts one message together. */
    interface Writing {
        void to(DataOutput out) throws IOException;
    }

    static void write(Writing message, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.to(new DataOutputStream(bytes));
        if (bytes.size() > MAX_LENGTH) {
            throw new IOException("a message of " + bytes.size() + " bytes is too long");
        }
        DataOutputStream frame = new DataOutputStream(out);
        frame.writeInt(MARK);
        frame.writeInt(bytes.size());
        bytes.writeTo(frame);
        frame.flush();
    }

    /**
     * Waits for the next message.
     *
     * @throws java.io.EOFException where there is none any more
     * @throws IOException where something else is in the pipe
     */
    static DataInputStream read(InputStream in) throws IOException {
        DataInputStream frame = new DataInputStream(in);
        if (frame.readInt() != MARK) {
            throw new IOException("this is no message");
        }
        int length = frame.readInt();
        if (length < 0 || length > MAX_LENGTH) {
            throw new IOException("a message of " + length + " bytes is too long");
        }
        byte[] bytes = new byte[length];
        frame.readFully(bytes);
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
